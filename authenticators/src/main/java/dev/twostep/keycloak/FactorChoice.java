package dev.twostep.keycloak;

import dev.twostep.lifecycle.SetupPolicy;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The choice between several factors that led to an enrolment: whoever chose can think again before anything is set up. */
public final class FactorChoice {

    private static final String NOTE = "twostep.factor-choice";

    private FactorChoice() {}

    /** @param ways how many there were to choose from */
    public static void made(AuthenticationSessionModel login, String enrolAction, int ways) {
        if (ways > 1) {
            login.setAuthNote(NOTE, enrolAction);
        }
    }

    /** Whether the present action was chosen. An admin's order to set up this very factor leaves no choice. */
    public static boolean isOpen(RequiredActionContext context) {
        String action = context.getAction();
        return action.equals(context.getAuthenticationSession().getAuthNote(NOTE))
                && context.getUser().getRequiredActionsStream().noneMatch(action::equals);
    }

    /** Back to the page with all of them. To Keycloak this action was given up: no event says that it was done. */
    public static void again(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.removeAuthNote(NOTE);
        login.removeRequiredAction(context.getAction());
        login.addRequiredAction(SetupPolicy.ACTION);
        context.cancel();
    }
}
