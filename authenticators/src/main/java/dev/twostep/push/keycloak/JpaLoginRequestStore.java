package dev.twostep.push.keycloak;

import dev.twostep.keycloak.Collision;
import dev.twostep.keycloak.RowId;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.Transactions;
import dev.twostep.push.Asker;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.LoginRequestStore;
import dev.twostep.push.RequestStatus;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Login requests in Keycloak's own database. Every change is one conditional update in a transaction of its own; the number of rows it changed is the answer,
 * so that answers at the same moment, on whatever node, cannot both win.
 */
final class JpaLoginRequestStore implements LoginRequestStore {

    private static final String PENDING = RequestStatus.PENDING.name();

    private final KeycloakSession session;
    private final String realmId;

    JpaLoginRequestStore(KeycloakSession session) {
        this.session = session;
        this.realmId = session.getContext().getRealm().getId();
    }

    @Override
    public boolean insert(LoginRequest request) {
        try {
            return Transactions.inNew(session, own -> {
                em(own).persist(toEntity(request));
                return true;
            });
        } catch (RuntimeException failure) {
            if (Collision.caused(failure)) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public Optional<LoginRequest> find(String id) {
        if (!RowId.isOne(id)) {
            return Optional.empty();
        }
        return inNew(rows -> Optional.ofNullable(rows.find(LoginRequestEntity.class, id))
                .filter(row -> row.realmId.equals(realmId))
                .map(JpaLoginRequestStore::toModel));
    }

    @Override
    public List<LoginRequest> recent(String userId, int most, Instant since) {
        return inNew(rows -> rows.createQuery("""
                        select r from LoginRequestEntity r
                        where r.realmId = :realm and r.userId = :user and r.movedAt > :since
                        order by r.createdAt desc, r.id""", LoginRequestEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("since", since.toEpochMilli())
                .setMaxResults(most)
                .getResultStream()
                .map(JpaLoginRequestStore::toModel)
                .toList());
    }

    @Override
    public boolean move(
            String id, Set<RequestStatus> from, RequestStatus to, Instant after, Instant now, @Nullable String phone) {
        return inNew(rows -> rows.createQuery("""
                                update LoginRequestEntity r
                                set r.status = :to, r.movedAt = :now, r.pendingFor = r.id, r.phoneId = coalesce(:phone, r.phoneId)
                                where r.id = :id and r.status in :from and r.expiresAt > :after""")
                        .setParameter("to", to.name())
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("phone", phone)
                        .setParameter("id", id)
                        .setParameter(
                                "from", from.stream().map(RequestStatus::name).toList())
                        .setParameter("after", after.toEpochMilli())
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean spendTry(String id, int most, Instant now) {
        return inNew(rows -> rows.createQuery("""
                                update LoginRequestEntity r set r.tries = r.tries + 1
                                where r.id = :id and r.status = :pending and r.tries < :most and r.expiresAt > :now""")
                        .setParameter("id", id)
                        .setParameter("pending", PENDING)
                        .setParameter("most", most)
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                == 1);
    }

    @Override
    public void expire(String userId, Instant now) {
        inNew(rows -> rows.createQuery("""
                        update LoginRequestEntity r set r.status = :expired, r.movedAt = r.expiresAt, r.pendingFor = r.id
                        where r.pendingFor = :user and r.realmId = :realm and r.status = :pending and r.expiresAt <= :now""")
                .setParameter("expired", RequestStatus.EXPIRED.name())
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setParameter("pending", PENDING)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate());
    }

    /** Those of these requests that still wait for an answer. */
    static Set<String> pending(KeycloakSessionFactory factory, Collection<String> ids) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> em(session)
                .createQuery("""
                                select r.id from LoginRequestEntity r
                                where r.id in :ids and r.status = :pending and r.expiresAt > :now""", String.class)
                .setParameter("ids", ids)
                .setParameter("pending", PENDING)
                .setParameter("now", Source.CLOCK.instant().toEpochMilli())
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet()));
    }

    private <T> T inNew(Function<EntityManager, T> work) {
        return Transactions.inNewUntilAlone(session, own -> work.apply(em(own)));
    }

    private static EntityManager em(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    private LoginRequestEntity toEntity(LoginRequest request) {
        LoginRequestEntity row = new LoginRequestEntity();
        row.id = request.id();
        row.realmId = realmId;
        row.userId = request.asker().userId();
        row.pendingFor = request.asker().userId();
        row.browser = request.asker().browser();
        row.tab = request.asker().tab();
        row.address = request.asker().address();
        row.context = request.asker().context();
        row.keyId = request.keyId();
        row.digits = request.digits();
        row.createdAt = request.createdAt().toEpochMilli();
        row.expiresAt = request.expiresAt().toEpochMilli();
        row.status = request.status().name();
        row.movedAt = request.movedAt().toEpochMilli();
        row.tries = request.tries();
        row.phoneId = request.phone();
        return row;
    }

    private static LoginRequest toModel(LoginRequestEntity row) {
        return new LoginRequest(
                row.id,
                new Asker(row.userId, row.browser, row.tab, row.address, row.context),
                row.keyId,
                row.digits,
                Instant.ofEpochMilli(row.createdAt),
                Instant.ofEpochMilli(row.expiresAt),
                RequestStatus.valueOf(row.status),
                Instant.ofEpochMilli(row.movedAt),
                row.tries,
                row.phoneId);
    }
}
