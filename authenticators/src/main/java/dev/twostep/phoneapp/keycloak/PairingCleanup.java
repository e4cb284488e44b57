package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.RowCleanup;
import java.time.Duration;

/** Throws pairings away. */
final class PairingCleanup extends RowCleanup {

    private static final Duration KEPT = Duration.ofHours(1);

    PairingCleanup() {
        super(PairingEntity.class, KEPT);
    }
}
