package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.UserCache;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Whose phone it is: a phone names only itself, and Keycloak looks for credentials by user. */
final class PhoneOwner {

    private final KeycloakSession session;

    PhoneOwner(KeycloakSession session) {
        this.session = session;
    }

    /** A user of the realm in context, as the database has it now: a phone that was removed a moment ago has none. */
    Optional<UserModel> of(String phone) {
        RealmModel realm = session.getContext().getRealm();
        EntityManager rows = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return local(rows, phone)
                .or(() -> federated(rows, phone))
                .map(userId -> session.users().getUserById(realm, userId))
                .map(user -> UserCache.fresh(session, user.getId()));
    }

    /** Whether there is such a phone in this realm, though its user may be out of reach. */
    boolean isKnown(String phone) {
        EntityManager rows = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        String realm = session.getContext().getRealm().getId();
        return Stream.of(
                        "select c.id from CredentialEntity c where c.id = :phone and c.type = :type and c.user.realmId = :realm",
                        "select c.id from FederatedUserCredentialEntity c"
                                + " where c.id = :phone and c.type = :type and c.realmId = :realm")
                .anyMatch(query -> rows.createQuery(query, String.class)
                        .setParameter("phone", phone)
                        .setParameter("type", PhoneAppCredential.TYPE)
                        .setParameter("realm", realm)
                        .getResultStream()
                        .findAny()
                        .isPresent());
    }

    private static Optional<String> local(EntityManager rows, String phone) {
        return one(rows, "select c.user.id from CredentialEntity c where c.id = :phone and c.type = :type", phone);
    }

    private static Optional<String> federated(EntityManager rows, String phone) {
        return one(
                rows,
                "select c.userId from FederatedUserCredentialEntity c where c.id = :phone and c.type = :type",
                phone);
    }

    private static Optional<String> one(EntityManager rows, String query, String phone) {
        return rows.createQuery(query, String.class)
                .setParameter("phone", phone)
                .setParameter("type", PhoneAppCredential.TYPE)
                .getResultStream()
                .findFirst();
    }
}
