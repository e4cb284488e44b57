package dev.twostep.backupcode;

import dev.twostep.throttle.Limit;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What became of a typed backup code. All but {@link Accepted} and {@link Throttled} are wrong answers that count against the
 * account.
 */
public sealed interface CodeUse {

    /**
     * Right, and spent by this very call.
     *
     * @param left codes that are still active
     */
    record Accepted(int number, int left) implements CodeUse {}

    /** Active, but not the next one: it and all other active codes have been made inactive (B4). */
    record OutOfOrder(int number) implements CodeUse {}

    /**
     * Was accepted once before (B5).
     *
     * @param next the number of the code to use instead; empty if none is left
     */
    record Used(int number, OptionalInt next) implements CodeUse {}

    /** Was made inactive without being used (B5). */
    record Voided(int number, OptionalInt next) implements CodeUse {}

    /** None of the user's codes. Nothing changes but the count. */
    record Unknown(OptionalInt next) implements CodeUse {}

    /** Too many wrong codes of this user; it was not compared. */
    record Throttled(Limit limit, Instant until) implements CodeUse {}
}
