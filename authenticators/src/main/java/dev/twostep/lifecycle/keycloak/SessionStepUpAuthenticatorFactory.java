package dev.twostep.lifecycle.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link SessionStepUpAuthenticator}. */
public final class SessionStepUpAuthenticatorFactory extends StepFactory {

    public static final String ID = "twostep-session-step-up";

    private static final SessionStepUpAuthenticator INSTANCE = new SessionStepUpAuthenticator();

    public SessionStepUpAuthenticatorFactory() {
        super(Requirement.ALTERNATIVE);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Twostep: ask old sessions for the second factor";
    }

    @Override
    public String getHelpText() {
        return "Put it before the cookie: a session that is older than its user's second factor is asked for it before it"
                + " opens another client.";
    }

    @Override
    public String getId() {
        return ID;
    }
}
