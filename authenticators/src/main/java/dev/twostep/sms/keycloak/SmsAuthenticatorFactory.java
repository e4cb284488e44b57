package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.FactorStepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link SmsAuthenticator}; its category is the credential type, by which Keycloak finds its level and its user. */
public final class SmsAuthenticatorFactory extends FactorStepFactory {

    public static final String ID = "twostep-sms";

    private static final SmsAuthenticator INSTANCE = new SmsAuthenticator();

    public SmsAuthenticatorFactory() {
        super("sms (RFC 8176)");
    }

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
    public boolean isUserSetupAllowed() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
