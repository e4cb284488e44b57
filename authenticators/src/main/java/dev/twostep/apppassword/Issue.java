package dev.twostep.apppassword;

/** The answer to asking for a temporary password. */
public sealed interface Issue {

    /** It is accepted from now on. */
    record Made(AppPassword password, IssuedPassword issued) implements Issue {}

    /** As many are live as there may be; one has to be ended first. */
    record Full() implements Issue {}

    /** A live one has this name. */
    record NameTaken() implements Issue {}

    /** Two-factor sign-in is off: apps sign in with the account's own password. */
    record NoFactor() implements Issue {}
}
