package dev.twostep.phoneapp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pairing, from the QR code to the phone that counts. None of its secrets is stored: they are computed from {@code id} under a key.
 *
 * @param id     128 random bits, base64url
 * @param origin where it began and is confirmed: keyed hash of a browser's sign-in session, or the id of the old phone that hands over
 * @param keyId  the key that its secrets are made with
 * @param tries  numbers that were compared so far
 * @param phone  the phone that claimed it
 */
public record Pairing(
        String id,
        String userId,
        String origin,
        String keyId,
        Instant createdAt,
        Instant expiresAt,
        State state,
        int tries,
        @Nullable NewPhone phone) {

    /** NIST SP 800-63B-4, 4.1.2. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** How many numbers may be typed in the trial. */
    public static final int MOST_TRIES = 3;

    /** How far it has come. */
    public enum State {
        /** Shown, and not claimed yet. */
        OPEN,
        /** A phone has it, and waits to be recognised. */
        CLAIMED,
        /** It was recognised; its trial is on. */
        CONFIRMED,
        /** The trial was answered. */
        TRIED,
        /** The phone counts. */
        DONE,
        /** Rejected, given up, or failed. */
        OVER
    }

    public boolean isOver(Instant now) {
        return state == State.OVER || (state != State.DONE && !now.isBefore(expiresAt));
    }

    /** Whether this phone has it. */
    public boolean isOf(DeviceKey key) {
        return phone != null && phone.key().isSameAs(key);
    }
}
