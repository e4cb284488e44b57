package dev.twostep.backupcode;

import dev.twostep.secret.SecretHash;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How the codes of one set are hashed: PBKDF2 with HMAC-SHA-256 and one salt, so that one hash a try serves the comparison with every
 * code. NIST SP 800-63B-4 (3.1.2.2) wants a salt of 32 bits and a password hash for look-up secrets of less than 112 bits, and says that its
 * cost may be small; against 65 random bits even a fast hash holds.
 */
public final class CodeHasher {

    public static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** About a millisecond a try. Guessing one code offline costs 2⁶⁴ times that. */
    public static final int ITERATIONS = 1_024;

    /** 128 bits. */
    public static final int SALT_BYTES = 16;

    private static final int HASH_BITS = 256;

    private final int iterations;
    private final byte[] salt;

    /** @param iterations a set keeps those with which it was begun */
    public CodeHasher(int iterations, byte[] salt) {
        this.iterations = iterations;
        this.salt = salt.clone();
    }

    public int iterations() {
        return iterations;
    }

    public byte[] salt() {
        return salt.clone();
    }

    SecretHash hash(BackupCode code) {
        PBEKeySpec spec = new PBEKeySpec(code.characters().reveal().toCharArray(), salt, iterations, HASH_BITS);
        try {
            return new SecretHash(
                    SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM lacks " + ALGORITHM, impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
