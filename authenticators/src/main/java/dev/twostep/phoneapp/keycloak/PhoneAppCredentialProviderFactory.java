package dev.twostep.phoneapp.keycloak;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link PhoneAppCredentialProvider}. */
public final class PhoneAppCredentialProviderFactory implements CredentialProviderFactory<PhoneAppCredentialProvider> {

    static final String ID = PhoneAppCredential.TYPE;

    @Override
    public PhoneAppCredentialProvider create(KeycloakSession session) {
        return new PhoneAppCredentialProvider(session);
    }

    @Override
    public String getId() {
        return ID;
    }
}
