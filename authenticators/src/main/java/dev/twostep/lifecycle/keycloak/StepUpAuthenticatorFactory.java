package dev.twostep.lifecycle.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link StepUpAuthenticator}. */
public final class StepUpAuthenticatorFactory extends StepFactory {

    public static final String ID = "twostep-step-up";

    private static final StepUpAuthenticator INSTANCE = new StepUpAuthenticator();

    public StepUpAuthenticatorFactory() {
        super(Requirement.REQUIRED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Twostep: ask for the second factor";
    }

    @Override
    public String getHelpText() {
        return "Put it after the password and before the level 2 sub-flow: whoever has a second factor is asked for it,"
                + " whatever level the client asks for.";
    }

    @Override
    public String getId() {
        return ID;
    }
}
