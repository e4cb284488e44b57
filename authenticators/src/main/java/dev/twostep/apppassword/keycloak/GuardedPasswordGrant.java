package dev.twostep.apppassword.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.ResourceOwnerPasswordCredentialsGrantType;
import org.keycloak.protocol.oidc.grants.ResourceOwnerPasswordCredentialsGrantTypeFactory;
import org.keycloak.representations.AccessToken;

/** In the place of Keycloak's own password grant: the same, but Keycloak's APIs do not take what was obtained with a temporary password. */
public final class GuardedPasswordGrant extends ResourceOwnerPasswordCredentialsGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new ResourceOwnerPasswordCredentialsGrantType() {

            @Override
            public boolean isTokenAllowed(KeycloakSession asked, AccessToken token) {
                return super.isTokenAllowed(asked, token) && AppTokens.mayUseApis(asked, token);
            }
        };
    }

    /** Before Keycloak's, which has the same id. */
    @Override
    public int order() {
        return super.order() + 1;
    }
}
