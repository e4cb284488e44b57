package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPasswords;
import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The temporary passwords of a user, wired for the realm in the session's context. */
final class UserAppPasswords {

    static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());

    private UserAppPasswords() {}

    static AppPasswords of(KeycloakSession session, UserModel user) {
        return new AppPasswords(user.getId(), new CredentialAppPasswordStore(session, user), CLOCK);
    }
}
