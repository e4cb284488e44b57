package dev.twostep.throttle.keycloak;

import dev.twostep.keycloak.TableFactory;

/** {@code TWOSTEP_LIMIT}. */
public final class LimitTable extends TableFactory {

    public LimitTable() {
        super("twostep-throttle", LimitEntity.class, "META-INF/twostep-throttle-changelog.xml");
    }
}
