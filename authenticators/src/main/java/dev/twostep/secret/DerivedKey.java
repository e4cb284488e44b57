package dev.twostep.secret;

import java.nio.charset.StandardCharsets;

/** A key for one use out of a key that has others. */
final class DerivedKey {

    static final int BYTES = 32;

    private DerivedKey() {}

    /**
     * A key of 256 bits.
     *
     * @param key    the key that others use as well
     * @param pepper mixed in as the salt, may be empty; without it the result cannot be computed again
     * @param use    what the result is for; another use has an unrelated key
     */
    static byte[] of(byte[] key, String pepper, String use) {
        byte[] pseudoRandomKey = Hkdf.extract(pepper.getBytes(StandardCharsets.UTF_8), key);
        return Hkdf.expand(pseudoRandomKey, use.getBytes(StandardCharsets.UTF_8), BYTES);
    }
}
