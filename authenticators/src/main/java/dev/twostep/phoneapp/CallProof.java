package dev.twostep.phoneapp;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * What a phone signs to make one call (RFC 9449, 4.2).
 *
 * @param method the HTTP method
 * @param uri    the address, without query and fragment
 * @param at     when it was made
 * @param id     its own, used once
 */
public record CallProof(String method, URI uri, Instant at, String id) {

    /** To both sides. A phone corrects its clock by the server's, so what is left is the way of the call. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private static final int SHORTEST_ID = 16;
    private static final int LONGEST_ID = 128;

    /** Whether it was made for this call, and lately. Whether it was used before only a store can say. */
    public boolean isFor(String calledMethod, URI calledUri, Instant now) {
        return method.equals(calledMethod)
                && uri.equals(calledUri)
                && Duration.between(at, now).abs().compareTo(GOOD_FOR) <= 0
                && id.length() >= SHORTEST_ID
                && id.length() <= LONGEST_ID;
    }
}
