package dev.twostep.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/** Past Keycloak's user cache, which hands out copies that may be older than the request. */
public final class UserCache {

    private UserCache() {}

    /**
     * The user as the database has it now.
     *
     * @throws IllegalStateException if the user was removed
     */
    public static UserModel fresh(KeycloakSession session, String userId) {
        UserModel user = session.users().getUserById(session.getContext().getRealm(), userId);
        if (user == null) {
            throw new IllegalStateException("the user was removed");
        }
        forget(user);
        return user;
    }

    /** What is read of the user from now on is read anew. */
    public static void forget(UserModel user) {
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
    }
}
