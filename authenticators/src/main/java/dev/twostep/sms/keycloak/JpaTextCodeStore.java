package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.Transactions;
import dev.twostep.sms.CodeOwner;
import dev.twostep.sms.Delivery;
import dev.twostep.sms.Purpose;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.TextCode;
import dev.twostep.sms.TextCodeStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Codes in Keycloak's own database. Every change is one conditional update in a transaction of its own; the number of rows it
 * changed is the answer, so that posts at the same moment, on whatever node, cannot both win.
 */
final class JpaTextCodeStore implements TextCodeStore {

    private final KeycloakSessionFactory factory;
    private final String realmId;

    JpaTextCodeStore(KeycloakSessionFactory factory, String realmId) {
        this.factory = factory;
        this.realmId = realmId;
    }

    @Override
    public Optional<TextCode> latest(CodeOwner owner) {
        return inNew(em -> em.createQuery("""
                        select c from TextCodeEntity c
                        where c.realmId = :realm and c.userId = :user and c.purpose = :purpose and c.browser = :browser
                          and c.numberKey = :number and c.used = false
                        order by c.createdAt desc, c.id""", TextCodeEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", owner.userId())
                .setParameter("purpose", owner.purpose().name())
                .setParameter("browser", owner.browser())
                .setParameter("number", owner.numberKey())
                .setMaxResults(1)
                .getResultStream()
                .map(JpaTextCodeStore::toModel)
                .findFirst());
    }

    @Override
    public void insert(TextCode code, @Nullable TextCode replaced) {
        inNew(em -> {
            TextCodeEntity entity = toEntity(code);
            if (replaced != null) {
                em.createQuery("update TextCodeEntity c set c.used = true where c.id = :id")
                        .setParameter("id", replaced.id())
                        .executeUpdate();
                entity.tries = Math.max(code.tries(), triesSince(em, replaced));
            }
            em.persist(entity);
            return null;
        });
    }

    /** Tries that were made after {@code replaced} was read, on top of those it is known to have had. */
    private static int triesSince(EntityManager em, TextCode replaced) {
        int now = em.createQuery("select c.tries from TextCodeEntity c where c.id = :id", Integer.class)
                .setParameter("id", replaced.id())
                .getResultStream()
                .findFirst()
                .orElse(0);
        return now == replaced.tries() ? 0 : now;
    }

    @Override
    public boolean spendTry(String id, int maxTries, Instant now) {
        return inNew(em -> em.createQuery("""
                                update TextCodeEntity c set c.tries = c.tries + 1
                                where c.id = :id and c.used = false and c.tries < :max and c.expiresAt > :now""")
                        .setParameter("id", id)
                        .setParameter("max", maxTries)
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean consume(String id, Instant now) {
        return inNew(em -> em.createQuery("""
                                update TextCodeEntity c set c.used = true
                                where c.id = :id and c.used = false and c.expiresAt > :now""")
                        .setParameter("id", id)
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean moveDelivery(String id, Delivery from, Delivery to, @Nullable Refusal refusal, Instant now) {
        return inNew(em -> em.createQuery("""
                                update TextCodeEntity c set c.delivery = :to, c.refusal = :refusal, c.movedAt = :now
                                where c.id = :id and c.delivery = :from""")
                        .setParameter("id", id)
                        .setParameter("from", from.name())
                        .setParameter("to", to.name())
                        .setParameter("refusal", refusal == null ? null : refusal.name())
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                == 1);
    }

    private <T> T inNew(Function<EntityManager, T> work) {
        return Transactions.inNew(
                factory,
                realmId,
                session -> work.apply(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager()));
    }

    private TextCodeEntity toEntity(TextCode code) {
        TextCodeEntity entity = new TextCodeEntity();
        entity.id = code.id();
        entity.realmId = realmId;
        entity.userId = code.owner().userId();
        entity.purpose = code.owner().purpose().name();
        entity.browser = code.owner().browser();
        entity.numberKey = code.owner().numberKey();
        entity.keyId = code.keyId();
        entity.createdAt = code.createdAt().toEpochMilli();
        entity.expiresAt = code.expiresAt().toEpochMilli();
        entity.tries = code.tries();
        entity.used = code.used();
        entity.delivery = code.delivery().name();
        entity.refusal = code.refusal() == null ? null : code.refusal().name();
        entity.movedAt = code.movedAt().toEpochMilli();
        return entity;
    }

    private static TextCode toModel(TextCodeEntity row) {
        return new TextCode(
                row.id,
                new CodeOwner(row.userId, Purpose.valueOf(row.purpose), row.browser, row.numberKey),
                row.keyId,
                Instant.ofEpochMilli(row.createdAt),
                Instant.ofEpochMilli(row.expiresAt),
                row.tries,
                row.used,
                Delivery.valueOf(row.delivery),
                row.refusal == null ? null : Refusal.valueOf(row.refusal),
                Instant.ofEpochMilli(row.movedAt));
    }
}
