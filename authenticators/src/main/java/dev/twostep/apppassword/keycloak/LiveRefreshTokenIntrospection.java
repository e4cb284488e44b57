package dev.twostep.apppassword.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** The same as {@link LiveAccessTokenIntrospection} for refresh tokens. */
public final class LiveRefreshTokenIntrospection extends RefreshTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new RefreshTokenIntrospectionProvider(session) {

            @Override
            protected boolean verifyTokenReuse() {
                return super.verifyTokenReuse()
                        && LiveAccessTokenIntrospection.isLive(session, userSession, eventBuilder);
            }
        };
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
