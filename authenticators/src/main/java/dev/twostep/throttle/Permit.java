package dev.twostep.throttle;

import java.time.Instant;

/** The answer of a {@link Throttle}. */
public sealed interface Permit {

    record Granted() implements Permit {}

    /** Refused: {@code limit} is used up until {@code until}. If the store fails, {@link Throttle} throws: no permit. */
    record Refused(Limit limit, Instant until) implements Permit {}
}
