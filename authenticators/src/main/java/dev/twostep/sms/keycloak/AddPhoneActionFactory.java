package dev.twostep.sms.keycloak;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;

/** Makes the {@link AddPhoneAction}; its configuration is the realm's policy for text messages. */
public final class AddPhoneActionFactory implements RequiredActionFactory {

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
    public List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> form = new ArrayList<>(MAX_AUTH_AGE_CONFIG_PROPERTIES);
        form.addAll(SmsPolicyForm.PROPERTIES);
        return List.copyOf(form);
    }

    /** What the admin console saves must be usable as it stands; what arrives another way is checked when it is read. */
    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        RequiredActionFactory.super.validateConfig(session, realm, model);
        ValidationException.ValidationExceptionBuilder errors = new ValidationException.ValidationExceptionBuilder();
        new SmsPolicyCheck(session, model.getConfig()).errors().forEach(errors);
        if (errors.hasError()) {
            throw errors.build();
        }
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
