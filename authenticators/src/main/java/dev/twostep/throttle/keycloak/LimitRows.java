package dev.twostep.throttle.keycloak;

import dev.twostep.throttle.Claim;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Optional;

/**
 * The statements on {@code TWOSTEP_LIMIT}, in one transaction. Each change is one conditional statement that the database
 * serialises, so that no two callers, on whatever node, can act on the same count.
 */
final class LimitRows {

    private final EntityManager rows;
    private final String realmId;
    private final Instant now;

    LimitRows(EntityManager rows, String realmId, Instant now) {
        this.rows = rows;
        this.realmId = realmId;
        this.now = now;
    }

    /** Uses one. Empty if that worked, else when the limit has room again. An insert collides if the row is there after all. */
    Optional<Instant> use(Claim claim) {
        Instant resetsAt = now.plus(claim.window());
        if (claim.max() < 1) { // "none at all" is a policy, too
            return Optional.of(resetsAt);
        }
        // open, asked twice: between the first two, somebody else may have begun the new window
        if (useOpen(claim) || useExpired(claim, resetsAt) || useOpen(claim)) {
            return Optional.empty();
        }
        Optional<Instant> until = usedUpUntil(claim);
        if (until.isEmpty()) {
            insert(claim, resetsAt);
        }
        return until;
    }

    /** When a limit that is used up has room again. */
    Optional<Instant> usedUpUntil(Claim claim) {
        if (claim.max() < 1) {
            return Optional.of(now.plus(claim.window()));
        }
        return rows.createQuery(
                        "select l.resetsAt from TwostepLimit l where l.id = :id and l.used >= :max and l.resetsAt > :now",
                        Long.class)
                .setParameter("id", new LimitId(realmId, claim))
                .setParameter("max", claim.max())
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    void giveBack(Claim claim) {
        statement("update TwostepLimit l set l.used = l.used - 1 where l.id = :id and l.used > 0", claim)
                .executeUpdate();
    }

    void reset(Claim claim) {
        statement("delete from TwostepLimit l where l.id = :id", claim).executeUpdate();
    }

    private boolean useOpen(Claim claim) {
        return statement(
                                "update TwostepLimit l set l.used = l.used + 1"
                                        + " where l.id = :id and l.resetsAt > :now and l.used < :max",
                                claim)
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("max", claim.max())
                        .executeUpdate()
                == 1;
    }

    private boolean useExpired(Claim claim, Instant resetsAt) {
        return statement(
                                "update TwostepLimit l set l.used = 1, l.resetsAt = :resetsAt"
                                        + " where l.id = :id and l.resetsAt <= :now",
                                claim)
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("resetsAt", resetsAt.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** A statement rather than {@code persist}: a collision in Hibernate's batch leaves a line in the log each time. */
    private void insert(Claim claim, Instant resetsAt) {
        statement("insert into TwostepLimit (id, used, resetsAt) values (:id, 1, :resetsAt)", claim)
                .setParameter("resetsAt", resetsAt.toEpochMilli())
                .executeUpdate();
    }

    private Query statement(String jpql, Claim claim) {
        return rows.createQuery(jpql).setParameter("id", new LimitId(realmId, claim));
    }
}
