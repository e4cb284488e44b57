package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.PolicyActionFactory;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.validate.ValidationError;

/** Makes the {@link AppPasswordAction}; its configuration is the realm's policy for temporary passwords. */
public final class AppPasswordActionFactory extends PolicyActionFactory implements ServerInfoAwareProviderFactory {

    public static final String ID = "twostep-app-password";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new AppPasswordAction();
    }

    @Override
    public String getDisplayText() {
        return "Twostep: temporary passwords for apps";
    }

    @Override
    protected List<ProviderConfigProperty> form() {
        return AppPasswordPolicies.FORM;
    }

    @Override
    protected List<ValidationError> errors(KeycloakSession session, Map<String, String> settings) {
        return AppPasswordPolicies.errors(settings);
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return AppPasswordPolicies.UNSAFE.operationalInfo();
    }

    @Override
    public String getId() {
        return ID;
    }
}
