package dev.twostep.backupcode.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes the {@link BackupCodeAuthenticator}; its category is the credential type, by which Keycloak finds its level and its user. */
public final class BackupCodeAuthenticatorFactory implements AuthenticatorFactory {

    public static final String ID = "twostep-backup-code";

    private static final BackupCodeAuthenticator INSTANCE = new BackupCodeAuthenticator();

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
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    /** Keycloak reads both for the {@code amr} claim; declared here, an export shows them instead of masking them. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE)
                .label("Authenticator Reference")
                .helpText("Value of the amr claim for this step, for example backup-code.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(Constants.AUTHENTICATION_EXECUTION_REFERENCE_MAX_AGE)
                .label("Authenticator Reference Max Age")
                .helpText("For how many seconds after the step the amr claim shows it.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }

    @Override
    public void init(Config.Scope config) {
        // no server options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return ID;
    }
}
