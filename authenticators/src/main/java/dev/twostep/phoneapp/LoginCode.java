package dev.twostep.phoneapp;

import dev.twostep.secret.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The login code that the phone app shows (C1): RFC 6238 with HMAC-SHA-256, 30 seconds and six digits. */
public final class LoginCode {

    public static final int DIGITS = 6;
    public static final Duration PERIOD = Duration.ofSeconds(30);

    /** RFC 6238, 5.2: one step for a slow network and a slow person; a phone whose clock is ahead gets the same. */
    private static final int STEPS_AROUND = 1;

    private static final String HMAC = "HmacSHA256";

    private LoginCode() {}

    /** The latest step around now whose code this is. Whether it is still good only a store can say: no step is, up to the last one that was used. */
    public static OptionalLong step(byte[] key, String typed, Instant now) {
        long step = now.getEpochSecond() / PERIOD.toSeconds();
        return LongStream.rangeClosed(step - STEPS_AROUND, step + STEPS_AROUND)
                .filter(candidate -> at(key, candidate, DIGITS).matches(typed))
                .max();
    }

    /** RFC 4226, 5.3: four bytes, from where the last one says, modulo a power of ten. */
    static Secret at(byte[] key, long step, int digits) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return Secret.of(String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM lacks " + HMAC, impossible);
        }
    }
}
