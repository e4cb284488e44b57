package dev.twostep.recovery;

import java.time.Duration;

/**
 * What the help pages say about a realm.
 *
 * @param resendWait   after which a person may ask for another text
 * @param codeLifetime for how long a text code is good
 */
public record HelpFacts(Duration resendWait, Duration codeLifetime) {

    /** In whole minutes, as sentences say it; a part of a minute counts as one, so that nobody comes back too early. */
    public int resendMinutes() {
        return (int) resendWait.plusMinutes(1).minusNanos(1).toMinutes();
    }

    /** In whole minutes; a part of a minute does not count, so that nobody relies on it. But never "0 minutes". */
    public int lifetimeMinutes() {
        return (int) Math.max(1, codeLifetime.toMinutes());
    }
}
