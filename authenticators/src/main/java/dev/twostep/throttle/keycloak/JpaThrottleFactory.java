package dev.twostep.throttle.keycloak;

import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.keycloak.ThrottleProviderFactory;
import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the throttle {@code jpa} and its tidying up. */
public final class JpaThrottleFactory implements ThrottleProviderFactory {

    /** Keycloak's clock, which its tests and its "time offset" move. */
    static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public ThrottleProvider create(KeycloakSession session) {
        return new JpaThrottle(
                new SessionLimitTransaction(session),
                session.getContext().getRealm().getId(),
                CLOCK);
    }

    @Override
    public void init(Config.Scope config) {
        // limits are policy of the realm, not of the server
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new LimitHousekeeping());
    }

    @Override
    public void close() {
        // nothing to release
    }
}
