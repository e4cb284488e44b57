package dev.twostep.push.keycloak;

import dev.twostep.keycloak.RowCleanup;
import java.time.Duration;

/** Throws login requests away once they are history no more (P4). */
final class LoginRequestCleanup extends RowCleanup {

    static final Duration KEPT = Duration.ofDays(30);

    LoginRequestCleanup() {
        super(LoginRequestEntity.class, KEPT);
    }
}
