package dev.twostep.throttle.keycloak;

import dev.twostep.keycloak.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.BiFunction;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's own transaction beside the one of the request. */
final class SessionLimitTransaction implements LimitTransaction {

    private final KeycloakSession session;

    SessionLimitTransaction(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public <T> T run(BiFunction<EntityManager, Runnable, T> work) {
        return Transactions.inNew(
                session,
                inner -> work.apply(
                        inner.getProvider(JpaConnectionProvider.class).getEntityManager(),
                        () -> inner.getTransactionManager().setRollbackOnly()));
    }
}
