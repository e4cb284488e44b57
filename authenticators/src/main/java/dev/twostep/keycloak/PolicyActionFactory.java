package dev.twostep.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** What the factories of required actions have in common whose configuration is a policy of the realm. */
public abstract class PolicyActionFactory implements RequiredActionFactory {

    /** The fields of the form, after Keycloak's own. */
    protected abstract List<ProviderConfigProperty> form();

    /** What cannot be used as it stands; empty if all of it can. */
    protected abstract List<ValidationError> errors(KeycloakSession session, Map<String, String> settings);

    @Override
    public final List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> all = new ArrayList<>(MAX_AUTH_AGE_CONFIG_PROPERTIES);
        all.addAll(form());
        return List.copyOf(all);
    }

    /** What the admin console saves must be usable as it stands; what arrives another way is checked when it is read. */
    @Override
    public final void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        RequiredActionFactory.super.validateConfig(session, realm, model);
        ValidationException.ValidationExceptionBuilder errors = new ValidationException.ValidationExceptionBuilder();
        Map<String, String> settings = model.getConfig() == null ? Map.of() : model.getConfig();
        errors(session, settings).stream()
                .map(error -> PolicyError.inWords(error, form(), settings))
                .forEach(errors);
        if (errors.hasError()) {
            throw errors.build();
        }
    }

    @Override
    public final void init(Config.Scope config) {
        // no server options
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    public final void close() {
        // nothing to release
    }
}
