package dev.twostep.sms;

import dev.twostep.throttle.Limit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the page should say about the code right now.
 *
 * @param kind     see {@link Kind}
 * @param refusal  why a gateway refused, if it did
 * @param limit    which limit bites, if one does
 * @param resendAt from when another text may be asked for
 * @param textedNow whether the very call that answers this sent a text
 */
public record CodeState(
        Kind kind, @Nullable Refusal refusal, @Nullable Limit limit, Instant resendAt, boolean textedNow) {

    /** The situations a person can be in. */
    public enum Kind {
        /** A text is on its way, or there. */
        SENT,
        /** This sign-in has no code yet: the number got a text a moment ago, the next may go out at {@code resendAt}. */
        WAITING,
        /** The code is too old. */
        EXPIRED,
        /** The text surely did not go out. */
        REFUSED,
        /** A limit other than the wait between two texts bites until {@code resendAt}. */
        LIMITED,
        /** All tries are used up; the next code may be asked for at {@code resendAt}. */
        EXHAUSTED
    }

    static CodeState texted(Instant resendAt) {
        return new CodeState(Kind.SENT, null, null, resendAt, true);
    }

    static CodeState of(Kind kind, Instant resendAt) {
        return new CodeState(kind, null, null, resendAt, false);
    }

    static CodeState refused(@Nullable Refusal refusal, Instant resendAt) {
        return new CodeState(Kind.REFUSED, refusal, null, resendAt, false);
    }

    static CodeState limited(Limit limit, Instant until) {
        return new CodeState(Kind.LIMITED, null, limit, until, false);
    }

    CodeState with(Limit bites, Instant until) {
        return new CodeState(kind, refusal, bites, until, false);
    }
}
