package dev.twostep.backupcode;

import java.security.MessageDigest;

/** A backup code as it is stored. It does not print. */
public final class CodeHash {

    private final byte[] hash;

    public CodeHash(byte[] hash) {
        this.hash = hash.clone();
    }

    /** Whether both are of the same code, in a time that does not tell where they differ. */
    boolean matches(CodeHash other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    public byte[] bytes() {
        return hash.clone();
    }

    @Override
    public String toString() {
        return "CodeHash(•••)";
    }
}
