package dev.twostep.backupcode.keycloak;

import dev.twostep.keycloak.PolicyActionFactory;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.validate.ValidationError;

/** Makes the {@link BackupCodesAction}; its configuration is the realm's policy for backup codes. */
public final class BackupCodesActionFactory extends PolicyActionFactory implements ServerInfoAwareProviderFactory {

    public static final String ID = "twostep-backup-codes";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new BackupCodesAction();
    }

    @Override
    public String getDisplayText() {
        return "Twostep: backup codes";
    }

    @Override
    protected List<ProviderConfigProperty> form() {
        return BackupCodePolicies.FORM;
    }

    @Override
    protected List<ValidationError> errors(KeycloakSession session, Map<String, String> settings) {
        return BackupCodePolicies.errors(settings);
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return BackupCodePolicies.UNSAFE.operationalInfo();
    }

    @Override
    public String getId() {
        return ID;
    }
}
