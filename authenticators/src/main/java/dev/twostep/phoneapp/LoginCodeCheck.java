package dev.twostep.phoneapp;

import dev.twostep.throttle.Limit;
import java.time.Instant;

/** The answer to a login code. */
public sealed interface LoginCodeCheck {

    /** @param phone that shows it */
    record Accepted(String phone) implements LoginCodeCheck {}

    /** Not that of now, or entered before. */
    record Wrong() implements LoginCodeCheck {}

    /** Nothing was compared. */
    record Throttled(Limit limit, Instant until) implements LoginCodeCheck {}
}
