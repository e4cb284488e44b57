package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.TableFactory;

/** {@code TWOSTEP_PAIRING}. */
public final class PairingTable extends TableFactory {

    public PairingTable() {
        super("pairing-twostep", PairingEntity.class, "META-INF/twostep/pairing-changelog.xml");
    }
}
