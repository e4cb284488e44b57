package dev.twostep.apppassword;

import dev.twostep.secret.Crockford;
import dev.twostep.secret.Secret;
import dev.twostep.secret.SecretHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/**
 * One temporary password: 24 characters of Crockford's base32, which are 120 random bits. OWASP ASVS 5.0 (6.5.2) and NIST SP 800-63B-4
 * (3.1.2.2) ask for a password hash below 112 bits only, so a fast hash keeps it. It does not print.
 */
public final class AppPassword {

    public static final int LENGTH = 24;

    private static final int GROUP = 4;

    private final Secret characters;

    private AppPassword(Secret characters) {
        this.characters = characters;
    }

    /** A password made of the first 120 of these bits. */
    public static AppPassword of(byte[] random) {
        return new AppPassword(Crockford.of(random, LENGTH));
    }

    /** What an app sent, as {@link Crockford#read} forgives it. Empty if it cannot be a temporary password. */
    public static Optional<AppPassword> read(String typed) {
        return Crockford.read(typed, LENGTH).map(AppPassword::new);
    }

    /** In groups, for a person to read: {@code 7K3M-9QXT-2BWP-N4ZD-0H1J-R5VC}. */
    public Secret grouped() {
        return Secret.of(characters.reveal().replaceAll("(.{" + GROUP + "})(?!$)", "$1-"));
    }

    /**
     * Where it is kept for this user. The lookup id is in the password, but is no part of its characters that others may read: all
     * 120 bits stay secret although the id is shown to users and admins.
     */
    String id(String userId) {
        ByteBuffer hash = ByteBuffer.wrap(sha256("twostep app password id|" + userId + "|"));
        return new UUID(hash.getLong(), hash.getLong()).toString();
    }

    SecretHash hash() {
        return new SecretHash(sha256("twostep app password|"));
    }

    /** The prefix keeps the two hashes apart: none can be computed from the other. */
    private byte[] sha256(String prefix) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((prefix + characters.reveal()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM lacks SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "AppPassword(•••)";
    }
}
