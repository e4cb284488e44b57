package dev.twostep.backupcode.keycloak;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link BackupCodeCredentialProvider}. */
public final class BackupCodeCredentialProviderFactory
        implements CredentialProviderFactory<BackupCodeCredentialProvider> {

    static final String ID = BackupCodeCredential.TYPE;

    @Override
    public BackupCodeCredentialProvider create(KeycloakSession session) {
        return new BackupCodeCredentialProvider(session);
    }

    @Override
    public String getId() {
        return ID;
    }
}
