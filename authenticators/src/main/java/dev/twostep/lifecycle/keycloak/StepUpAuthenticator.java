package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.SignInBasis;
import dev.twostep.keycloak.StoredFactors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands after the password and raises the requested level to 2 for every user with a second factor. Keycloak runs a level-2
 * sub-flow only for clients that ask for level 2, so without this step such a user would get into every other client, or with
 * {@code acr_values=1}, on the password alone. The level is also enforced: a flow whose second factors were taken out ends with an
 * error and not with a sign-in.
 */
final class StepUpAuthenticator extends Step {

    static final int SECOND_FACTOR = 2;

    private static final int FIRST_FACTOR = 1;

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new SignInBasis(context.getSession(), context.getAuthenticationSession(), context.getUser()).begin();
        RequestedLevel level = new RequestedLevel(context.getAuthenticationSession());
        AcrStore reached = new AcrStore(context.getSession(), context.getAuthenticationSession());
        if (reached.getLevelOfAuthenticationFromCurrentAuthentication() < FIRST_FACTOR) {
            // the first step was an identity provider or a mail, which have no level of their own
            reached.setLevelAuthenticated(FIRST_FACTOR);
        }
        if (usedPasskey(context.getAuthenticationSession())) {
            // a passkey is both factors at once
            reached.setLevelAuthenticated(SECOND_FACTOR);
            context.success();
            return;
        }
        // not after a passkey: the sign-in then ends in this very request, whose row locks the backup codes' own
        // transaction would wait for
        Dependents.settle(context.getUser());
        if (StoredFactors.any(context.getUser())) {
            level.raise(SECOND_FACTOR);
            level.enforce(new ReachableLevel(context).atMost(level.requested()));
        } else {
            level.restore();
        }
        context.success();
    }

    private static boolean usedPasskey(AuthenticationSessionModel login) {
        return AuthenticatorUtil.getAuthnCredentials(login).contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
