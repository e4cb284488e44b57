package dev.twostep.throttle;

import java.time.Duration;

/**
 * One use of a limit: at most {@code max} uses of {@code key} within {@code window}, counted from the first use.
 *
 * @param limit the limit's name in events and metrics, from the closed set of {@link Limit}
 * @param key   whose limit it is; no number, code or address in clear, because it is stored
 */
public record Claim(Limit limit, String key, int max, Duration window) {}
