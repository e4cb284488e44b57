package dev.twostep.sms;

import dev.twostep.throttle.Limit;
import java.time.Instant;

/** What became of a typed code. Only {@link Wrong} is a failed guess that counts against the account. */
public sealed interface CodeCheck {

    /** Right, and spent by this very check. */
    record Accepted() implements CodeCheck {}

    record Wrong() implements CodeCheck {}

    /** There is nothing to compare with: too late, already used, or never sent. */
    record Expired() implements CodeCheck {}

    /** All tries of this code are used up; it was not compared. */
    record Exhausted() implements CodeCheck {}

    /** Too many wrong codes of this user; it was not compared. */
    record Throttled(Limit limit, Instant until) implements CodeCheck {}
}
