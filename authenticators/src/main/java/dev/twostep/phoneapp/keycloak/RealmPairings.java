package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.Source;
import dev.twostep.phoneapp.PairingSecrets;
import dev.twostep.phoneapp.Pairings;
import org.keycloak.models.KeycloakSession;

/** The pairings of the realm in the session's context. */
final class RealmPairings {

    private RealmPairings() {}

    static Pairings of(KeycloakSession session) {
        return new Pairings(
                new JpaPairingStore(session),
                new PairingSecrets(new RealmKeys(session).macKey("pairing")),
                Source.CLOCK,
                Source::newId);
    }
}
