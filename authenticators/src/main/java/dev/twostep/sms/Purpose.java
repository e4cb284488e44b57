package dev.twostep.sms;

/** What a code was made for. A code made for one purpose is wrong for every other. */
public enum Purpose {
    /** The second step of signing in. */
    LOGIN,
    /** Proving that a number belongs to the person who adds it. */
    VERIFY_NUMBER
}
