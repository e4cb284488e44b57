package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.Transactions;
import dev.twostep.phoneapp.CallProof;
import dev.twostep.phoneapp.DeviceKey;
import org.keycloak.models.KeycloakSession;

/** What a phone signs is good once, on all nodes. */
final class OnceOnly {

    private static final int SHORTEST_ID = 16;
    private static final int LONGEST_ID = 128;

    private final KeycloakSession session;

    OnceOnly(KeycloakSession session) {
        this.session = session;
    }

    /** Uses it up, in a transaction of its own that nothing undoes; false if somebody has. */
    boolean use(DeviceKey key, String id) {
        if (id.length() < SHORTEST_ID || id.length() > LONGEST_ID) {
            return false;
        }
        // to both sides of the moment it names, and a bit
        long seconds = CallProof.GOOD_FOR.multipliedBy(3).toSeconds();
        String name = "twostep.phone." + key.id() + "." + id;
        return Transactions.inNew(session, own -> own.singleUseObjects().putIfAbsent(name, seconds));
    }
}
