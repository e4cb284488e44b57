package dev.twostep.lifecycle.keycloak;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A step without a page: it looks at the sign-in once and asks nobody anything. */
abstract class Step implements Authenticator {

    /** Nothing may be posted to a step without a page. */
    @Override
    public final void action(AuthenticationFlowContext context) {
        context.attempted();
    }

    @Override
    public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // nothing to set up
    }

    @Override
    public final void close() {
        // keeps nothing
    }
}
