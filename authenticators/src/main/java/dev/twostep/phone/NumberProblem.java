package dev.twostep.phone;

/** Why a typed number cannot be used; each tells the person something else to do. */
public enum NumberProblem {
    /** Nothing was typed. */
    MISSING,
    /** Typed without a country prefix, and no country was chosen. */
    COUNTRY_MISSING,
    /** No such number, or not a number at all. */
    INVALID,
    TOO_SHORT,
    TOO_LONG,
    /** A landline, a premium number, an internet number: texts would not arrive or cost too much. */
    NOT_A_MOBILE,
    /** The realm sends no texts to that country. */
    COUNTRY_NOT_ALLOWED
}
