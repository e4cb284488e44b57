package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.Transactions;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantTypeFactory;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;

/**
 * In the place of Keycloak's own refresh: the same, but an app's session is renewed only as long as the app could sign in in the same way, at whatever
 * client. One that is found over is removed, so that nothing else takes its tokens either.
 */
public final class GuardedRefresh extends RefreshTokenGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new RefreshTokenGrantType() {

            @Override
            public Response process(Context context) {
                requireLive(context.getSession(), context);
                return super.process(context);
            }

            @Override
            public boolean isTokenAllowed(KeycloakSession asked, AccessToken token) {
                return super.isTokenAllowed(asked, token) && AppTokens.mayUseApis(asked, token);
            }
        };
    }

    private static void requireLive(KeycloakSession session, OAuth2GrantType.Context context) {
        Optional<UserSessionModel> over = AppTokens.sessionOfToken(
                        session, context.getFormParams().getFirst(OAuth2Constants.REFRESH_TOKEN))
                .filter(userSession -> !LiveSession.isLive(session, userSession));
        if (over.isEmpty()) {
            return;
        }
        context.getEvent().user(over.get().getUser()).session(over.get()).error(AppPasswordEvent.ENDED);
        String id = over.get().getId();
        Transactions.inNew(session, own -> remove(own, id));
        throw new CorsErrorResponseException(
                context.getCors(),
                OAuthErrorException.INVALID_GRANT,
                "What this session was opened with has ended",
                Response.Status.BAD_REQUEST);
    }

    private static boolean remove(KeycloakSession own, String id) {
        RealmModel realm = own.getContext().getRealm();
        UserSessionModel session = own.sessions().getUserSession(realm, id);
        if (session != null) {
            own.sessions().removeUserSession(realm, session);
        }
        return session != null;
    }

    /** Before Keycloak's, which has the same id. */
    @Override
    public int order() {
        return super.order() + 1;
    }
}
