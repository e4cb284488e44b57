package dev.twostep.throttle.keycloak;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/** Deletes expired counters. Its simple name is the lock that keeps other nodes from doing the same, so it must be unique. */
final class TwostepLimitCleanup implements ScheduledTask {

    /** One transaction each: a long one would hold up the sign-ins that use these rows. */
    private static final int BATCH = 1000;

    @Override
    public void run(KeycloakSession session) {
        long now = JpaThrottleFactory.CLOCK.instant().toEpochMilli();
        boolean more = true;
        while (more) {
            more = KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    inner -> deleteBatch(
                            inner.getProvider(JpaConnectionProvider.class).getEntityManager(), now, BATCH));
        }
    }

    /**
     * Deletes about {@code size} rows: up to the expiry of the last one in the batch, which needs no list of keys.
     *
     * @return whether there may be more
     */
    static boolean deleteBatch(EntityManager rows, long now, int size) {
        Long last = rows.createQuery(
                        "select l.resetsAt from TwostepLimit l where l.resetsAt <= :now order by l.resetsAt",
                        Long.class)
                .setParameter("now", now)
                .setFirstResult(size - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        rows.createQuery("delete from TwostepLimit l where l.resetsAt <= :last")
                .setParameter("last", last == null ? now : last)
                .executeUpdate();
        return last != null;
    }
}
