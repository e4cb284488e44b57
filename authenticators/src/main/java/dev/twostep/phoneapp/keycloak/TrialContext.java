package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.ShownContext;
import dev.twostep.phoneapp.Pairing;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What a phone shows of its trial: that somebody signs in, though nobody does. The same each time it is asked. */
final class TrialContext {

    private final KeycloakSession session;

    TrialContext(KeycloakSession session) {
        this.session = session;
    }

    String of(Pairing pairing) {
        UserModel user = session.users().getUserById(session.getContext().getRealm(), pairing.userId());
        return ShownContext.of(session, user, "", "", "", "", pairing.createdAt());
    }
}
