package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PolicyActionFactory;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;

/** Makes the {@link PairPhoneAppAction}; its configuration is the realm's policy for login requests. */
public final class PairPhoneAppActionFactory extends PolicyActionFactory {

    public static final String ID = "twostep-pair-phone-app";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new PairPhoneAppAction();
    }

    @Override
    public String getDisplayText() {
        return "Twostep: phone app";
    }

    @Override
    protected List<ProviderConfigProperty> form() {
        return PhonePolicies.FORM;
    }

    @Override
    protected List<ValidationError> errors(KeycloakSession session, Map<String, String> settings) {
        return PhonePolicies.errors(settings);
    }

    @Override
    public String getId() {
        return ID;
    }
}
