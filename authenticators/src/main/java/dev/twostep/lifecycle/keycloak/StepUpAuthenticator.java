package dev.twostep.lifecycle.keycloak;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands after the password. Keycloak runs a level-2 sub-flow only for clients that ask for level 2, so without this step a user
 * with a second factor would get into every other client, or with {@code acr_values=1}, on the password alone. It raises the
 * requested level whenever the user has a factor; it never lowers it.
 */
final class StepUpAuthenticator implements Authenticator {

    private static final int SECOND_FACTOR = 2;

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (SecondFactors.has(context.getUser())) {
            raise(context.getAuthenticationSession());
        }
        context.success();
    }

    private static void raise(AuthenticationSessionModel login) {
        String requested = login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        if (requested == null || Integer.parseInt(requested) < SECOND_FACTOR) {
            login.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(SECOND_FACTOR));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        // shows no page
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // nothing to set up
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
