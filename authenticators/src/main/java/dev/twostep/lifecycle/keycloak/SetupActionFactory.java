package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.PolicyActionFactory;
import dev.twostep.keycloak.UnsafePolicy;
import dev.twostep.lifecycle.SetupPolicy;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.validate.ValidationError;

/** Makes the {@link SetupAction}; its configuration is the realm's policy on whom two-factor sign-in is required of. */
public final class SetupActionFactory extends PolicyActionFactory implements ServerInfoAwareProviderFactory {

    public static final String ID = SetupPolicy.ACTION;

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
    protected List<ProviderConfigProperty> form() {
        return List.of(new ProviderConfigProperty(
                SetupPolicy.ENFORCE,
                "Require a second factor",
                "Every user without a second factor has to set one up at the next sign-in.",
                ProviderConfigProperty.BOOLEAN_TYPE,
                "false"));
    }

    @Override
    protected List<ValidationError> errors(KeycloakSession session, Map<String, String> settings) {
        return SetupPolicy.read(settings.get(SetupPolicy.ENFORCE)).readable()
                ? List.of()
                : List.of(new ValidationError(ID, SetupPolicy.ENFORCE, ValidationError.MESSAGE_INVALID_VALUE));
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return unsafe.operationalInfo();
    }

    @Override
    public String getId() {
        return ID;
    }
}
