package dev.twostep.sms.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Throws codes away: old ones every hour on one node of the cluster, a user's or a realm's with it. The class has a name of its
 * own because Keycloak's cluster lock is called after it.
 */
final class TextCodeCleanup implements ScheduledTask {

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int BATCH = 500;

    private TextCodeCleanup() {}

    static void schedule(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                try (KeycloakSession session = factory.create()) {
                    session.getProvider(TimerProvider.class)
                            .schedule(
                                    new ClusterAwareScheduledTaskRunner(
                                            factory, new TextCodeCleanup(), INTERVAL.toMillis()),
                                    INTERVAL.toMillis());
                }
            } else if (event instanceof UserModel.UserRemovedEvent removed) {
                delete(removed.getKeycloakSession(), "userId", removed.getUser().getId());
            } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
                delete(
                        removed.getKeycloakSession(),
                        "realmId",
                        removed.getRealm().getId());
            }
        });
    }

    /** In batches of ids, each in a transaction of its own, so that a large table is never locked as a whole. */
    @Override
    public void run(KeycloakSession session) {
        int deleted;
        do {
            deleted = KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(), TextCodeCleanup::deleteBatch);
        } while (deleted == BATCH);
    }

    private static int deleteBatch(KeycloakSession session) {
        EntityManager em = em(session);
        List<String> ids = em.createQuery("select c.id from TextCodeEntity c where c.expiresAt < :limit", String.class)
                .setParameter("limit", SmsProvider.CLOCK.instant().minus(KEPT).toEpochMilli())
                .setMaxResults(BATCH)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from TextCodeEntity c where c.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    private static void delete(KeycloakSession session, String column, String value) {
        em(session)
                .createQuery("delete from TextCodeEntity c where c." + column + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    private static EntityManager em(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
