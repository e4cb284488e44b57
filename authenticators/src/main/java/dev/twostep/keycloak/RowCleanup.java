package dev.twostep.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.keycloak.common.util.Time;
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
 * Throws rows of a table of ours away: old ones every hour on one node of the cluster, a user's or a realm's with it. Each table has a class of its own,
 * because Keycloak's cluster lock is called after it.
 */
public abstract class RowCleanup implements ScheduledTask {

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int BATCH = 500;

    private final String entity;
    private final Duration kept;

    /**
     * For rows with {@code id}, {@code realmId}, {@code userId} and {@code expiresAt}.
     *
     * @param kept how long after they expired
     */
    protected RowCleanup(Class<?> entity, Duration kept) {
        this.entity = entity.getSimpleName();
        this.kept = kept;
    }

    public final void schedule(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                try (KeycloakSession session = factory.create()) {
                    session.getProvider(TimerProvider.class)
                            .schedule(
                                    new ClusterAwareScheduledTaskRunner(factory, this, INTERVAL.toMillis()),
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
    public final void run(KeycloakSession session) {
        int deleted;
        do {
            deleted = KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(), this::deleteBatch);
        } while (deleted == BATCH);
    }

    private int deleteBatch(KeycloakSession session) {
        EntityManager em = em(session);
        List<String> ids = em.createQuery("select r.id from " + entity + " r where r.expiresAt < :limit", String.class)
                .setParameter("limit", Time.currentTimeMillis() - kept.toMillis())
                .setMaxResults(BATCH)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from " + entity + " r where r.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    private void delete(KeycloakSession session, String column, String value) {
        em(session)
                .createQuery("delete from " + entity + " r where r." + column + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    private static EntityManager em(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
