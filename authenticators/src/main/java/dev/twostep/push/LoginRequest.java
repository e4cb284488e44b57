package dev.twostep.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that waits for a phone. The number and what the QR code says are not stored: they are computed from {@code id} under a key.
 *
 * @param id     128 random bits, base64url
 * @param keyId  the key that its secrets are made with
 * @param digits of its number
 * @param movedAt when {@code status} last changed
 * @param tries  numbers that were compared so far
 * @param phone  which one answered; null if none did
 */
public record LoginRequest(
        String id,
        Asker asker,
        String keyId,
        int digits,
        Instant createdAt,
        Instant expiresAt,
        RequestStatus status,
        Instant movedAt,
        int tries,
        @Nullable String phone) {

    public static final int MOST_TRIES = 3;

    /** How long the browser may take to go on after its request would have expired. */
    static final Duration FINISHED_WITHIN = Duration.ofMinutes(1);

    /** As it is now: what was not answered in time has expired, whether or not somebody has written that down. */
    public RequestStatus status(Instant now) {
        boolean late = status == RequestStatus.PENDING && !now.isBefore(expiresAt);
        return late ? RequestStatus.EXPIRED : status;
    }

    public int triesLeft() {
        return Math.max(0, MOST_TRIES - tries);
    }
}
