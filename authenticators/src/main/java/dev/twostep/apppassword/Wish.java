package dev.twostep.apppassword;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for.
 *
 * @param name   of the app, for the user alone
 * @param client the id of the only client that may use it; null for the first one that does
 */
public record Wish(String name, Duration lifetime, @Nullable String client) {

    /** Longer ones do not fit the column of Keycloak's label. */
    public static final int MOST_NAME = 64;
}
