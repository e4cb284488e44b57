package dev.twostep.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Whom a realm requires two-factor sign-in of.
 *
 * @param enforced whether every user has to set up a second factor
 * @param readable whether the setting was one of {@code true} and {@code false}; anything else enforces, which is the safer
 *                 of the two
 */
public record SetupPolicy(boolean enforced, boolean readable) {

    /** The required action that lets a user choose a factor, and whose configuration this is. */
    public static final String ACTION = "twostep-setup";
    /** The name of its only setting. */
    public static final String ENFORCE = "enforce";

    public static SetupPolicy read(@Nullable String enforce) {
        String value = enforce == null ? "" : enforce.strip();
        if (value.isEmpty() || value.equalsIgnoreCase("false")) {
            return new SetupPolicy(false, true);
        }
        return new SetupPolicy(true, value.equalsIgnoreCase("true"));
    }
}
