package dev.twostep.apppassword.keycloak;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link AppPasswordCredentialProvider}. */
public final class AppPasswordCredentialProviderFactory
        implements CredentialProviderFactory<AppPasswordCredentialProvider> {

    @Override
    public AppPasswordCredentialProvider create(KeycloakSession session) {
        return new AppPasswordCredentialProvider(session);
    }

    @Override
    public String getId() {
        return AppPasswordCredential.TYPE;
    }
}
