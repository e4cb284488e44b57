package dev.twostep.keycloak;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.util.AcrStore;

/**
 * Whether a sign-in has shown a second factor, or has set up the first one itself. Links in mails, brokers and flows of a client's own lead to
 * required actions as well, and must not end with a secret in the hands of somebody who has shown none.
 */
public final class ShownFactor {

    private static final int SECOND_FACTOR = 2;

    private ShownFactor() {}

    public static boolean in(RequiredActionContext context) {
        return new FirstFactor(context).setUpHere()
                || new AcrStore(context.getSession(), context.getAuthenticationSession())
                                .getLevelOfAuthenticationFromCurrentAuthentication()
                        >= SECOND_FACTOR;
    }
}
