package dev.twostep.push.keycloak;

import dev.twostep.keycloak.FactorStepFactory;
import dev.twostep.lifecycle.Factor;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link PhoneAppAuthenticator}; its category is the credential type, by which Keycloak finds its level and its user. */
public final class PhoneAppAuthenticatorFactory extends FactorStepFactory {

    public static final String ID = "twostep-phone-app";

    private static final PhoneAppAuthenticator INSTANCE = new PhoneAppAuthenticator();

    public PhoneAppAuthenticatorFactory() {
        super("swk (RFC 8176)");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Phone app";
    }

    @Override
    public String getHelpText() {
        return "Asks for an approval on the user's paired phone, or for the login code that it shows.";
    }

    @Override
    public String getReferenceCategory() {
        return Factor.PHONE_APP.credentialType();
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
