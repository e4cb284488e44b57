package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.BorrowedSession;
import dev.twostep.keycloak.StoredFactors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Stands before the session cookie: if the cookie's user has a second factor, level 2 is asked for, so that a session that is older
 * than the factor opens no further client. It is an alternative and so must never succeed, whatever it finds: an alternative that
 * succeeds is the sign-in, and the user of a sign-in may be known before any password was given.
 */
final class SessionStepUpAuthenticator extends Step {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthResult session =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        // an impersonating admin knows neither the user's password nor the factor
        if (session != null) {
            Dependents.settle(session.user());
        }
        if (session != null
                && !BorrowedSession.isImpersonated(session.session())
                && StoredFactors.any(session.user())) {
            new RequestedLevel(context.getAuthenticationSession()).raise(StepUpAuthenticator.SECOND_FACTOR);
        }
        context.attempted();
    }

    @Override
    public boolean requiresUser() {
        return false;
    }
}
