package dev.twostep.throttle.keycloak;

import dev.twostep.keycloak.Collision;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/** Deletes expired counters. Its simple name is the lock that keeps other nodes from doing the same, so it must be unique. */
final class TwostepLimitCleanup implements ScheduledTask {

    /** A row that has just expired may be in use at this moment; both sides lock several rows, and not in one order. */
    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    /** One transaction each: a long one would hold up the sign-ins that use these rows. */
    private static final int BATCH = 1000;

    @Override
    public void run(KeycloakSession session) {
        long before = JpaThrottleFactory.CLOCK.instant().minus(LEFT_ALONE).toEpochMilli();
        try {
            while (KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    inner -> deleteBatch(
                            inner.getProvider(JpaConnectionProvider.class).getEntityManager(), before, BATCH))) {
                // the condition is the work
            }
        } catch (RuntimeException failure) {
            if (!Collision.caused(failure)) {
                throw failure;
            }
            // a sign-in goes first; the next run deletes the rest
        }
    }

    /**
     * Deletes about {@code size} rows: up to the expiry of the last one in the batch, which needs no list of keys.
     *
     * @return whether there may be more
     */
    static boolean deleteBatch(EntityManager rows, long before, int size) {
        Long last = rows.createQuery(
                        "select l.resetsAt from TwostepLimit l where l.resetsAt <= :before order by l.resetsAt",
                        Long.class)
                .setParameter("before", before)
                .setFirstResult(size - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        rows.createQuery("delete from TwostepLimit l where l.resetsAt <= :last")
                .setParameter("last", last == null ? before : last)
                .executeUpdate();
        return last != null;
    }
}
