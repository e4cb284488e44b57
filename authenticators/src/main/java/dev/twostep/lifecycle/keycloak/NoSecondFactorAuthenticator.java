package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.InvalidGrant;
import dev.twostep.keycloak.StoredFactors;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Stands at the end of a flow that has no page, such as the direct grant: a user with a second factor cannot be asked for it
 * there, so the password alone is refused, with the very answer that a wrong password gets.
 */
final class NoSecondFactorAuthenticator extends Step {

    private static final String ERROR = "second_factor_required";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!StoredFactors.any(context.getUser())) {
            context.success();
            return;
        }
        context.getEvent().user(context.getUser()).error(ERROR);
        // not a failure: the password was right, and an old mail program that keeps trying must not lock its owner out
        context.forceChallenge(InvalidGrant.response());
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
