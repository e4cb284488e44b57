package dev.twostep.keycloak;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether a sign-in has shown a second factor, or has set up the first one itself. Links in mails, brokers and flows of a client's own lead to
 * required actions as well, and must not end with a secret in the hands of somebody who has shown none.
 */
public final class ShownFactor {

    private static final int FIRST_FACTOR = 1;
    private static final int SECOND_FACTOR = 2;

    private ShownFactor() {}

    public static boolean in(RequiredActionContext context) {
        SignInBasis basis = SignInBasis.of(context);
        return basis.setUpFirstFactor() || basis.hasShownFactor();
    }

    /**
     * A first factor was proven as it was set up, so it counts for the session as if it had been asked for: its owner is not asked again
     * a moment later. Nobody gains by it: who sets up the first factor signs in with it from now on. Where the sign-in has reached no
     * level at all, the flow knows none or the session will be none.
     */
    public static void count(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        AcrStore reached = new AcrStore(context.getSession(), login);
        if (SignInBasis.of(context).setUpFirstFactor()
                && reached.getLevelOfAuthenticationFromCurrentAuthentication() == FIRST_FACTOR) {
            reached.setLevelAuthenticated(SECOND_FACTOR);
            // Keycloak's condition carries the levels over to the session when the flow ends, which was before
            login.setUserSessionNote(Constants.LOA_MAP, login.getAuthNote(Constants.LOA_MAP));
        }
    }
}
