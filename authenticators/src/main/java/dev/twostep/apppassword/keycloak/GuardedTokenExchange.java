package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.AppSession;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.TokenExchangeGrantType;
import org.keycloak.protocol.oidc.grants.TokenExchangeGrantTypeFactory;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;

/**
 * In the place of Keycloak's own token exchange: the same, but tokens by temporary password are exchanged for none. Another client's would no longer say
 * how it was obtained, would have scopes that were refused, and would outlive the password.
 */
public final class GuardedTokenExchange extends TokenExchangeGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new TokenExchangeGrantType() {

            @Override
            public Response process(Context context) {
                requireNoApp(context.getSession(), context);
                return super.process(context);
            }

            @Override
            public boolean isTokenAllowed(KeycloakSession asked, AccessToken token) {
                return super.isTokenAllowed(asked, token) && AppTokens.mayUseApis(asked, token);
            }
        };
    }

    private static void requireNoApp(KeycloakSession session, OAuth2GrantType.Context context) {
        boolean app = Stream.of(OAuth2Constants.SUBJECT_TOKEN, OAuth2Constants.ACTOR_TOKEN)
                .map(context.getFormParams()::getFirst)
                .flatMap(token -> AppTokens.sessionOfToken(session, token).stream())
                .anyMatch(userSession -> isApps(session, userSession));
        if (app) {
            context.getEvent().error(AppPasswordEvent.NOT_EXCHANGED);
            throw new CorsErrorResponseException(
                    context.getCors(),
                    OAuthErrorException.INVALID_REQUEST,
                    "Tokens by temporary password are not exchanged",
                    Response.Status.BAD_REQUEST);
        }
    }

    private static boolean isApps(KeycloakSession session, UserSessionModel userSession) {
        return AppSession.appPassword(userSession).isPresent() || !LiveSession.isLive(session, userSession);
    }

    /** Before Keycloak's, which has the same id. */
    @Override
    public int order() {
        return super.order() + 1;
    }
}
