package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.Grounds;
import dev.twostep.keycloak.AppSession;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Whether what an app obtained is still good (A5): for as long as the app could sign in in the same way now. Asked wherever Keycloak is asked about
 * a token or for a new one, so that nothing depends on being told of an end.
 */
final class LiveSession {

    private LiveSession() {}

    /** Also true for sessions that are no app's. */
    static boolean isLive(KeycloakSession session, UserSessionModel userSession) {
        Optional<String> type = AppSession.credentialType(userSession);
        if (type.isEmpty()) {
            return true;
        }
        UserModel user = userSession.getUser();
        if (type.get().equals(PasswordCredentialModel.TYPE)) {
            Grounds now = new CredentialAppPasswordStore(session, user).grounds();
            return now.factors().isEmpty()
                    && AppSession.accountPassword(userSession).equals(now.accountPassword());
        }
        return AppSession.appPassword(userSession)
                .filter(id -> UserAppPasswords.of(session, user).isLive(id))
                .isPresent();
    }
}
