package dev.twostep.secret;

import java.security.MessageDigest;

/** A secret as it is stored. It does not print. */
public final class SecretHash {

    private final byte[] hash;

    public SecretHash(byte[] hash) {
        this.hash = hash.clone();
    }

    /** Whether both are of the same secret, in a time that does not tell where they differ. */
    public boolean matches(SecretHash other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    public byte[] bytes() {
        return hash.clone();
    }

    @Override
    public String toString() {
        return "SecretHash(•••)";
    }
}
