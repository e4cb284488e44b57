package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PhoneEvent;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairings;
import java.util.Optional;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A pairing that an old phone has begun, and not a browser (L3): it ends with the new phone's trial, and the old phone goes. */
final class HandedOver {

    /** What stands before the old phone's id as the origin of such a pairing; no browser's hash has a colon. */
    private static final String ORIGIN = "phone:";

    private final KeycloakSession session;
    private final Pairings pairings;

    HandedOver(KeycloakSession session, Pairings pairings) {
        this.session = session;
        this.pairings = pairings;
    }

    static String origin(String oldPhone) {
        return ORIGIN + oldPhone;
    }

    void finish(Pairing pairing) {
        if (!pairing.origin().startsWith(ORIGIN)) {
            return;
        }
        String old = pairing.origin().substring(ORIGIN.length());
        Optional<String> factor = new PairedPhone(session).add(pairing, old);
        UserModel user = session.users().getUserById(session.getContext().getRealm(), pairing.userId());
        if (factor.isPresent()) {
            PhoneEvent.of(session, EventType.UPDATE_CREDENTIAL, user).success();
            PhoneEvent.of(session, EventType.REMOVE_CREDENTIAL, user)
                    .detail("credential_id", old)
                    .success();
        } else {
            pairings.end(pairing);
        }
    }
}
