package dev.twostep.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * HMAC-SHA-256 of texts that are too short to be hashed without a key: codes, phone numbers, addresses. A purpose is part
 * of what is hashed, so that a value for one purpose says nothing to another.
 */
public final class KeyedHash {

    private final byte[] key;

    /** @param pepper an extra secret from outside the database; empty if there is none */
    public KeyedHash(byte[] key, String pepper) {
        this.key = DerivedKey.of(key, pepper, "twostep keyed hash");
    }

    public byte[] of(String purpose, String text) {
        return Hkdf.hmac(key, framed(purpose), framed(text));
    }

    /** The length in front keeps "ab" + "c" and "a" + "bc" apart. */
    private static byte[] framed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
