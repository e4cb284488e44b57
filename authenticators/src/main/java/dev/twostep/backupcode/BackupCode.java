package dev.twostep.backupcode;

import dev.twostep.secret.Crockford;
import dev.twostep.secret.Secret;
import java.util.Optional;

/**
 * One backup code: 13 characters of Crockford's base32, which are 65 random bits (NIST SP 800-63B-4, 4.2.1.1 asks for 64).
 * It does not print.
 */
public final class BackupCode {

    public static final int LENGTH = 13;

    private final Secret characters;

    private BackupCode(Secret characters) {
        this.characters = characters;
    }

    /** A code made of the first 65 of these bits. */
    public static BackupCode of(byte[] random) {
        return new BackupCode(Crockford.of(random, LENGTH));
    }

    /** What somebody typed, as {@link Crockford#read} forgives it. Empty if it cannot be a backup code. */
    public static Optional<BackupCode> read(String typed) {
        return Crockford.read(typed, LENGTH).map(BackupCode::new);
    }

    /** In groups, for a person to read: {@code 7K3M-9QXT-2BWPN}. */
    public Secret grouped() {
        String plain = characters.reveal();
        return Secret.of(plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8));
    }

    /** The characters alone. */
    Secret characters() {
        return characters;
    }

    @Override
    public String toString() {
        return "BackupCode(•••)";
    }
}
