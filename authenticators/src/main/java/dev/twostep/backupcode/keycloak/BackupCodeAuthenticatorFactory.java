package dev.twostep.backupcode.keycloak;

import dev.twostep.keycloak.FactorStepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link BackupCodeAuthenticator}; its category is the credential type, by which Keycloak finds its level and its user. */
public final class BackupCodeAuthenticatorFactory extends FactorStepFactory {

    public static final String ID = "twostep-backup-code";

    private static final BackupCodeAuthenticator INSTANCE = new BackupCodeAuthenticator();

    public BackupCodeAuthenticatorFactory() {
        super("backup-code");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Backup code";
    }

    @Override
    public String getHelpText() {
        return "Asks for the next of the user's backup codes. For flows with pages only.";
    }

    @Override
    public String getReferenceCategory() {
        return BackupCodeCredential.TYPE;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public String getId() {
        return ID;
    }
}
