package dev.twostep.apppassword;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a realm wants temporary passwords.
 *
 * @param longest              how long one may be good for
 * @param wrongPasswordsPerApp wrong account passwords of one user at one client in 15 minutes; none is compared after that
 */
public record AppPasswordPolicy(Duration longest, int wrongPasswordsPerApp) {

    /** A1. */
    public static final Duration BY_DEFAULT = Duration.ofHours(1);

    private static final List<Duration> USUAL = List.of(
            BY_DEFAULT,
            Duration.ofHours(8),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofDays(365));

    /** What a user can choose from, in ascending order; the longest is among them. */
    public List<Duration> lifetimes() {
        return Stream.concat(USUAL.stream().filter(usual -> usual.compareTo(longest) < 0), Stream.of(longest))
                .toList();
    }
}
