package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.UnsafePolicy;
import dev.twostep.lifecycle.SetupPolicy;
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
import org.keycloak.validate.ValidationError;

/** Makes the {@link SetupAction}; its configuration is the realm's policy on whom two-factor sign-in is required of. */
public final class SetupActionFactory implements RequiredActionFactory, ServerInfoAwareProviderFactory {

    public static final String ID = SetupPolicy.ACTION;

    static final String ENFORCE = "enforce";

    private final UnsafePolicy unsafe = new UnsafePolicy(ID);

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SetupAction(unsafe);
    }

    @Override
    public String getDisplayText() {
        return "Twostep: choose a second factor";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> form = new ArrayList<>(MAX_AUTH_AGE_CONFIG_PROPERTIES);
        form.add(new ProviderConfigProperty(
                ENFORCE,
                "Require a second factor",
                "Every user without a second factor has to set one up at the next sign-in.",
                ProviderConfigProperty.BOOLEAN_TYPE,
                "false"));
        return List.copyOf(form);
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        RequiredActionFactory.super.validateConfig(session, realm, model);
        if (!SetupPolicy.read(model.getConfigValue(ENFORCE)).readable()) {
            throw new ValidationException(new ValidationError(ID, ENFORCE, ValidationError.MESSAGE_INVALID_VALUE));
        }
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return unsafe.operationalInfo();
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
