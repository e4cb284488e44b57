package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.RowId;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.Transactions;
import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairing.State;
import dev.twostep.phoneapp.PairingStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
 * Pairings in Keycloak's own database. Every change is one conditional update in a transaction of its own; the number of rows it changed is the answer, so
 * that callers at the same moment, on whatever node, cannot both win.
 */
final class JpaPairingStore implements PairingStore {

    private final KeycloakSession session;
    private final String realmId;

    JpaPairingStore(KeycloakSession session) {
        this.session = session;
        this.realmId = session.getContext().getRealm().getId();
    }

    @Override
    public void insert(Pairing pairing) {
        inNew(rows -> {
            PairingEntity row = new PairingEntity();
            row.id = pairing.id();
            row.realmId = realmId;
            row.userId = pairing.userId();
            row.origin = pairing.origin();
            row.keyId = pairing.keyId();
            row.createdAt = pairing.createdAt().toEpochMilli();
            row.expiresAt = pairing.expiresAt().toEpochMilli();
            row.state = pairing.state().name();
            row.tries = pairing.tries();
            rows.persist(row);
            return true;
        });
    }

    @Override
    public Optional<Pairing> find(String id) {
        if (!RowId.isOne(id)) {
            return Optional.empty();
        }
        return inNew(rows -> Optional.ofNullable(rows.find(PairingEntity.class, id))
                .filter(row -> row.realmId.equals(realmId))
                .map(JpaPairingStore::toModel));
    }

    @Override
    public Optional<Pairing> ofPhone(String phone) {
        return inNew(rows -> rows.createQuery("""
                        select p from PairingEntity p where p.realmId = :realm and p.phoneId = :phone
                        order by p.createdAt desc, p.id""", PairingEntity.class)
                .setParameter("realm", realmId)
                .setParameter("phone", phone)
                .setMaxResults(1)
                .getResultStream()
                .map(JpaPairingStore::toModel)
                .findFirst());
    }

    @Override
    public Optional<Pairing> ofOrigin(String userId, String origin) {
        return inNew(rows -> rows.createQuery("""
                        select p from PairingEntity p where p.realmId = :realm and p.userId = :user and p.origin = :origin
                        order by p.createdAt desc, p.id""", PairingEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("origin", origin)
                .setMaxResults(1)
                .getResultStream()
                .map(JpaPairingStore::toModel)
                .findFirst());
    }

    @Override
    public List<Pairing> open(String userId, Instant now) {
        return inNew(rows -> rows.createQuery("""
                        select p from PairingEntity p where p.realmId = :realm and p.userId = :user
                          and p.state = :open and p.expiresAt > :now""", PairingEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("open", State.OPEN.name())
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .map(JpaPairingStore::toModel)
                .toList());
    }

    @Override
    public boolean claim(String id, NewPhone phone, Instant now) {
        ApprovalKey approval = phone.approvalKey();
        return changed("""
                        update PairingEntity p set p.state = :to, p.phoneId = :phone, p.phoneName = :name, p.platform = :platform,
                          p.keyX = :keyX, p.keyY = :keyY, p.serverX = :serverX, p.serverY = :serverY, p.loginKey = :loginKey,
                          p.approvalId = :approvalId, p.approvalKey = :approvalKey, p.approvalAlgorithm = :approvalAlgorithm
                        where p.id = :id and p.state = :from and p.expiresAt > :now""", query -> query.setParameter("to", State.CLAIMED.name())
                .setParameter("phone", phone.id())
                .setParameter("name", phone.name())
                .setParameter("platform", phone.platform())
                .setParameter("keyX", phone.key().x())
                .setParameter("keyY", phone.key().y())
                .setParameter("serverX", phone.server().x())
                .setParameter("serverY", phone.server().y())
                .setParameter("loginKey", phone.sealedLoginKey())
                .setParameter("approvalId", approval == null ? null : approval.id())
                .setParameter("approvalKey", approval == null ? null : approval.publicKey())
                .setParameter(
                        "approvalAlgorithm",
                        approval == null ? null : approval.algorithm().number())
                .setParameter("id", id)
                .setParameter("from", State.OPEN.name())
                .setParameter("now", now.toEpochMilli()));
    }

    @Override
    public boolean move(String id, State from, State to, Instant now) {
        return changed("""
                        update PairingEntity p set p.state = :to
                        where p.id = :id and p.state = :from and p.expiresAt > :now""", query -> query.setParameter("to", to.name())
                .setParameter("id", id)
                .setParameter("from", from.name())
                .setParameter("now", now.toEpochMilli()));
    }

    @Override
    public boolean spendTry(String id, int most, Instant now) {
        return changed("""
                        update PairingEntity p set p.tries = p.tries + 1
                        where p.id = :id and p.state = :at and p.tries < :most and p.expiresAt > :now""", query -> query.setParameter("id", id)
                .setParameter("at", State.CONFIRMED.name())
                .setParameter("most", most)
                .setParameter("now", now.toEpochMilli()));
    }

    @Override
    public void end(String userId, String origin) {
        changed("""
                        update PairingEntity p set p.state = :over
                        where p.realmId = :realm and p.userId = :user and p.origin = :origin and p.state <> :done""", query -> query.setParameter("over", State.OVER.name())
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("origin", origin)
                .setParameter("done", State.DONE.name()));
    }

    private boolean changed(String statement, Function<Query, Query> parameters) {
        return inNew(rows -> parameters.apply(rows.createQuery(statement)).executeUpdate() > 0);
    }

    private <T> T inNew(Function<EntityManager, T> work) {
        return Transactions.inNewUntilAlone(
                session,
                own -> work.apply(own.getProvider(JpaConnectionProvider.class).getEntityManager()));
    }

    /** What a browser waits for: that the pairing leaves a state. */
    static String waitingId(String id, State state) {
        return id + "." + state.name();
    }

    /** Those of these waiting ids whose pairing has not moved; one that has expired has. */
    static Set<String> unmoved(KeycloakSessionFactory factory, Collection<String> waitingIds) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery("""
                                select concat(p.id, '.', p.state) from PairingEntity p
                                where concat(p.id, '.', p.state) in :ids and p.id in :rows and p.expiresAt > :now""", String.class)
                        .setParameter("ids", waitingIds)
                        .setParameter(
                                "rows",
                                waitingIds.stream()
                                        .map(id -> id.substring(0, id.indexOf('.')))
                                        .toList())
                        .setParameter("now", Source.CLOCK.instant().toEpochMilli())
                        .getResultStream()
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Pairing toModel(PairingEntity row) {
        return new Pairing(
                row.id,
                row.userId,
                row.origin,
                row.keyId,
                Instant.ofEpochMilli(row.createdAt),
                Instant.ofEpochMilli(row.expiresAt),
                State.valueOf(row.state),
                row.tries,
                phone(row));
    }

    private static @Nullable NewPhone phone(PairingEntity row) {
        if (row.keyX == null || row.keyY == null || row.serverX == null || row.serverY == null) {
            return null;
        }
        return new NewPhone(
                Objects.requireNonNullElse(row.phoneName, ""),
                Objects.requireNonNullElse(row.platform, ""),
                DeviceKey.of(row.keyX, row.keyY).orElseThrow(),
                DeviceKey.of(row.serverX, row.serverY).orElseThrow(),
                Objects.requireNonNullElse(row.loginKey, ""),
                approvalKey(row));
    }

    private static @Nullable ApprovalKey approvalKey(PairingEntity row) {
        return row.approvalId == null || row.approvalAlgorithm == null
                ? null
                : ApprovalKey.of(row.approvalId, Objects.requireNonNullElse(row.approvalKey, ""), row.approvalAlgorithm)
                        .orElseThrow();
    }
}
