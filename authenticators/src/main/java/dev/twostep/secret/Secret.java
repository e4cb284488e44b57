package dev.twostep.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A text that must not be seen: a code, a phone number's message, a gateway's password. It does not print, has no
 * {@code equals}, and compares in constant time, so that it cannot reach a log by accident.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value));
    }

    /** The text itself, for the one place that must hand it on. */
    public String reveal() {
        return value;
    }

    /** Whether {@code other} is the same text, in a time that does not tell where the two differ. */
    public boolean matches(String other) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret(•••)";
    }
}
