package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.RowCleanup;
import java.time.Duration;

/** Throws text codes away. */
final class TextCodeCleanup extends RowCleanup {

    private static final Duration KEPT = Duration.ofHours(1);

    TextCodeCleanup() {
        super(TextCodeEntity.class, KEPT);
    }
}
