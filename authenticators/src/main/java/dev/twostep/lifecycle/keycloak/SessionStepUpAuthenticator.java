package dev.twostep.lifecycle.keycloak;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Stands before the session cookie: if the cookie's user has a second factor, level 2 is asked for, so that a session that is older
 * than the factor opens no further client. It is an alternative and so must never succeed, whatever it finds: an alternative that
 * succeeds is the sign-in, and the user of a sign-in may be known before any password was given.
 */
final class SessionStepUpAuthenticator implements Authenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthResult session =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (session != null && SecondFactors.has(session.user())) {
            new RequestedLevel(context.getAuthenticationSession()).raise(StepUpAuthenticator.SECOND_FACTOR);
        }
        context.attempted();
    }

    /** Shows no page, so nothing may be posted to it. */
    @Override
    public void action(AuthenticationFlowContext context) {
        context.attempted();
    }

    @Override
    public boolean requiresUser() {
        return false;
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
