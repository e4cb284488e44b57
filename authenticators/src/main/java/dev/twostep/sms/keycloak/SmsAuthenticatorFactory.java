package dev.twostep.sms.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes the {@link SmsAuthenticator}; its category is the credential type, by which Keycloak finds its level and its user. */
public final class SmsAuthenticatorFactory implements AuthenticatorFactory {

    public static final String ID = "twostep-sms";

    private static final SmsAuthenticator INSTANCE = new SmsAuthenticator();

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Text message";
    }

    @Override
    public String getHelpText() {
        return "Asks for a code that is texted to the user's verified number.";
    }

    @Override
    public String getReferenceCategory() {
        return SmsCredential.TYPE;
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return true;
    }

    /** Keycloak reads both for the {@code amr} claim; declared here, an export shows them instead of masking them. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE)
                .label("Authenticator Reference")
                .helpText("Value of the amr claim for this step, for example sms (RFC 8176).")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(Constants.AUTHENTICATION_EXECUTION_REFERENCE_MAX_AGE)
                .label("Authenticator Reference Max Age")
                .helpText("For how many seconds after the step the amr claim shows it.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
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
