package dev.twostep.backupcode.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.userprofile.ValidationException;

/** Makes the {@link BackupCodesAction}; its configuration is the realm's policy for backup codes. */
public final class BackupCodesActionFactory implements RequiredActionFactory, ServerInfoAwareProviderFactory {

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
    public List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> form = new ArrayList<>(MAX_AUTH_AGE_CONFIG_PROPERTIES);
        form.addAll(BackupCodePolicies.FORM);
        return List.copyOf(form);
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        RequiredActionFactory.super.validateConfig(session, realm, model);
        ValidationException.ValidationExceptionBuilder errors = new ValidationException.ValidationExceptionBuilder();
        BackupCodePolicies.errors(model.getConfig() == null ? Map.of() : model.getConfig())
                .forEach(errors);
        if (errors.hasError()) {
            throw errors.build();
        }
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return BackupCodePolicies.UNSAFE.operationalInfo();
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
