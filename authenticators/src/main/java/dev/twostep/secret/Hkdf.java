package dev.twostep.secret;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869): keys out of a secret that is not yet one, or that has other uses. */
public final class Hkdf {

    static final int HASH_BYTES = 32;

    private static final String HMAC = "HmacSHA256";
    /** The round is counted in one byte. */
    private static final int MOST_ROUNDS = 255;

    private Hkdf() {}

    /**
     * A pseudo-random key of 32 bytes (section 2.2).
     *
     * @param salt need not be secret; empty counts as 32 zeros
     */
    public static byte[] extract(byte[] salt, byte[] keyMaterial) {
        return hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt, keyMaterial);
    }

    /**
     * A key of {@code length} bytes (section 2.3).
     *
     * @param info what the key is for; another use has an unrelated key
     */
    public static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
        if (length > MOST_ROUNDS * HASH_BYTES) {
            throw new IllegalArgumentException("HKDF has no " + length + " bytes");
        }
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, round = 1; done < length; done += HASH_BYTES, round++) {
            block = hmac(pseudoRandomKey, block, info, new byte[] {(byte) round});
            System.arraycopy(block, 0, output, done, Math.min(HASH_BYTES, length - done));
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
