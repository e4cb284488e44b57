package dev.twostep.phoneapp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a phone signs to answer a request.
 *
 * @param audience the issuer of the realm
 * @param device   the phone's id
 * @param request  id of the request
 * @param nonce    that of the request
 * @param number   as typed; null if it was not
 * @param secret   from the QR code; null if none was scanned
 * @param context  SHA-256 of what was shown, base64url
 */
public record PhoneAnswer(
        String audience,
        String device,
        String request,
        String nonce,
        Decision decision,
        @Nullable String number,
        @Nullable String secret,
        String context,
        Instant issued,
        Instant expires,
        String id) {

    /** Longer ones are refused. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(1);

    /** What it says. */
    public enum Decision {
        APPROVE,
        DENY,
        NOT_ME
    }

    /** Whether it is for this realm, from this phone, and of now. */
    public boolean isFrom(String phone, String issuer, Instant now) {
        return audience.equals(issuer)
                && device.equals(phone)
                && Duration.between(issued, expires).compareTo(LONGEST_LIFE) <= 0
                && now.isBefore(expires.plus(LONGEST_LIFE))
                && now.isAfter(issued.minus(LONGEST_LIFE));
    }
}
