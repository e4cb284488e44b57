package dev.twostep.apppassword.keycloak;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/**
 * In the place of Keycloak's own introspection of access tokens: the same, but an app's token is inactive once its temporary password has ended.
 * A protocol mapper cannot say so; all that it can do to an introspection is to break it.
 */
public final class LiveAccessTokenIntrospection extends AccessTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new AccessTokenIntrospectionProvider<AccessToken>(session) {

            /** What Keycloak asks last of the session. */
            @Override
            protected boolean verifyTokenReuse() {
                return super.verifyTokenReuse() && isLive(session, userSession, eventBuilder);
            }
        };
    }

    static boolean isLive(KeycloakSession session, UserSessionModel userSession, EventBuilder event) {
        boolean live = LiveSession.isLive(session, userSession);
        if (!live) {
            event.error(AppPasswordEvent.ENDED);
        }
        return live;
    }

    /** Before Keycloak's, which has the same id. */
    @Override
    public int order() {
        return super.order() + 1;
    }
}
