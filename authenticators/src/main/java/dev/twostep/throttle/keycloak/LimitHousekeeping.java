package dev.twostep.throttle.keycloak;

import java.time.Duration;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Counters go with their realm, and soon after they expired. */
final class LimitHousekeeping implements ProviderEventListener {

    private static final Duration INTERVAL = Duration.ofMinutes(15);

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            schedule(started.getFactory());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            forget(removed.getKeycloakSession(), removed.getRealm().getId());
        }
    }

    private static void schedule(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(
                                    factory, new TwostepLimitCleanup(), INTERVAL.toMillis()),
                            INTERVAL.toMillis());
        }
    }

    private static void forget(KeycloakSession session, String realmId) {
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("delete from TwostepLimit l where l.id.realmId = :realmId")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
