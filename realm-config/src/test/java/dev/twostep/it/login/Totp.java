package dev.twostep.it.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app with one account (RFC 6238). The server takes each code once, and those of the interval before and after
 * as well, so two different codes are to be had at any time.
 */
public final class Totp {

    private static final int INTERVAL = 30;

    private final byte[] secret;
    private int ahead = 1;

    /** @param secret as Keycloak's page for a new account holds it in {@code totpSecret} */
    public Totp(String secret) {
        this.secret = secret.getBytes(UTF_8);
    }

    /** A code that was not given out before; there are two. */
    public String code() {
        long interval = Instant.now().getEpochSecond() / INTERVAL + ahead;
        ahead--;
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(interval).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private byte[] hmac(byte[] interval) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(interval);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
