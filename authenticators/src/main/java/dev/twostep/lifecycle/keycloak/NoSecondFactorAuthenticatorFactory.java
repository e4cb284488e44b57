package dev.twostep.lifecycle.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link NoSecondFactorAuthenticator}. */
public final class NoSecondFactorAuthenticatorFactory extends StepFactory {

    public static final String ID = "twostep-no-second-factor";

    private static final NoSecondFactorAuthenticator INSTANCE = new NoSecondFactorAuthenticator();

    public NoSecondFactorAuthenticatorFactory() {
        super(Requirement.REQUIRED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Twostep: refuse users with a second factor";
    }

    @Override
    public String getHelpText() {
        return "For flows without a page, such as the direct grant: whoever has a second factor cannot be asked for it"
                + " there and is refused.";
    }

    @Override
    public String getId() {
        return ID;
    }
}
