package dev.twostep.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869): a key for one use out of a key that has others. */
public final class DerivedKey {

    static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private DerivedKey() {}

    /**
     * A key of 256 bits.
     *
     * @param key    the key that others use as well
     * @param pepper mixed in as the salt, may be empty; without it the result cannot be computed again
     * @param use    what the result is for; another use has an unrelated key
     */
    static byte[] of(byte[] key, String pepper, String use) {
        return expand(
                extract(pepper.getBytes(StandardCharsets.UTF_8), key), use.getBytes(StandardCharsets.UTF_8), BYTES);
    }

    /**
     * A key of 256 bits out of a secret that two sides agreed on, without a salt.
     *
     * @param use what the result is for, which both sides write the same way
     */
    public static byte[] agreed(byte[] secret, String use) {
        return of(secret, "", use);
    }

    /** RFC 5869, section 2.2. */
    static byte[] extract(byte[] salt, byte[] key) {
        return hmac(salt.length == 0 ? new byte[BYTES] : salt, key);
    }

    /** RFC 5869, section 2.3. */
    static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, round = 1; done < length; done += BYTES, round++) {
            block = hmac(pseudoRandomKey, block, info, new byte[] {(byte) round});
            System.arraycopy(block, 0, output, done, Math.min(BYTES, length - done));
        }
        return output;
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            Arrays.stream(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM lacks " + HMAC, impossible);
        }
    }
}
