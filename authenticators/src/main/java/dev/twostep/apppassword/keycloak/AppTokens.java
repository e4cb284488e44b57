package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.AppSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/** Tokens that an app obtained without a page, and what they are never good for (A2). */
final class AppTokens {

    private AppTokens() {}

    /**
     * Whether a token may be shown to Keycloak itself: its admin and account APIs, and whatever else takes bearer tokens there. One by temporary
     * password never is. Roles do not decide it: fine-grained permissions of admins need none in the client's scope, and a client may be given
     * power long after the token.
     */
    static boolean mayUseApis(KeycloakSession session, AccessToken token) {
        return sessionOf(session, token.getSessionId())
                .map(userSession ->
                        AppSession.appPassword(userSession).isEmpty() && LiveSession.isLive(session, userSession))
                .orElse(true);
    }

    /**
     * The session that a token names. Its signature is not checked here: what is found serves to refuse, and whoever goes on checks it.
     *
     * @param jwt may be anything
     */
    static Optional<UserSessionModel> sessionOfToken(KeycloakSession session, @Nullable String jwt) {
        return sessionOf(session, jwt == null ? null : sessionId(jwt));
    }

    private static @Nullable String sessionId(String jwt) {
        try {
            return new JWSInput(jwt).readJsonContent(AccessToken.class).getSessionId();
        } catch (JWSInputException | IllegalArgumentException noToken) {
            return null;
        }
    }

    private static Optional<UserSessionModel> sessionOf(KeycloakSession session, @Nullable String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(
                        session.sessions().getUserSession(session.getContext().getRealm(), id));
    }
}
