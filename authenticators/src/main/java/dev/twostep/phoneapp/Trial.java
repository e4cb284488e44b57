package dev.twostep.phoneapp;

/** The answer to a phone that answers its trial. */
public sealed interface Trial {

    record Passed() implements Trial {}

    /** @param triesLeft with none, the pairing is over */
    record WrongNumber(int triesLeft) implements Trial {}

    /** The phone itself said no; the pairing is over. */
    record Declined() implements Trial {}

    /** There is no trial that this could be an answer to. */
    record None() implements Trial {}
}
