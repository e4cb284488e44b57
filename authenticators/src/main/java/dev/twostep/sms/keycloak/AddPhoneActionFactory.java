package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.PolicyActionFactory;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;

/** Makes the {@link AddPhoneAction}; its configuration is the realm's policy for text messages. */
public final class AddPhoneActionFactory extends PolicyActionFactory {

    public static final String ID = "twostep-add-phone";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new AddPhoneAction();
    }

    @Override
    public String getDisplayText() {
        return "Twostep: text messages";
    }

    @Override
    protected List<ProviderConfigProperty> form() {
        return SmsPolicyForm.PROPERTIES;
    }

    @Override
    protected List<ValidationError> errors(KeycloakSession session, Map<String, String> settings) {
        return new SmsPolicyCheck(session, settings).errors();
    }

    @Override
    public String getId() {
        return ID;
    }
}
