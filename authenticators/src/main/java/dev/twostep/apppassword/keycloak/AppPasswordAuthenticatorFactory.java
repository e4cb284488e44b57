package dev.twostep.apppassword.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the {@link AppPasswordAuthenticator}; its category is the credential type, by which the account console lists it. */
public final class AppPasswordAuthenticatorFactory implements AuthenticatorFactory {

    public static final String ID = "twostep-app-password";

    private static final AppPasswordAuthenticator INSTANCE = new AppPasswordAuthenticator();

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Twostep: temporary password of an app";
    }

    @Override
    public String getHelpText() {
        return "The only step of a direct grant: username and temporary password for users with a second factor, username and"
                + " account password for all others.";
    }

    @Override
    public String getReferenceCategory() {
        return AppPasswordCredential.TYPE;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
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
