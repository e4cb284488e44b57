package dev.twostep.keycloak;

import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Short transactions of their own. What is counted or spent must stay so when the request around it is rolled back, and
 * Keycloak rolls back every request that ends in an exception, even in an intended 4xx.
 *
 * <p>Each takes a database connection for as long as it runs, a second one if the request has already read or written a
 * row: call it early, keep outside I/O out of it, and never touch rows in it that the request has changed, or the two wait
 * for each other. A pool is safe with twice as many connections as the server has request threads (Keycloak's defaults
 * are 100 and 50); with fewer, requests that each hold one may wait for a second until the pool's timeout fails them.
 */
public final class Transactions {

    /** Those who collide end one after the other, so few rounds are needed. */
    private static final int TRIES = 5;

    private Transactions() {}

    /** Runs in a new session with the realm and client of this one; models of the old session must not be used in it. */
    public static <T> T inNew(KeycloakSession session, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), session.getContext(), work::apply, "twostep");
    }

    /**
     * The same, begun anew when another transaction was there at the same moment; a collision undoes all of it.
     *
     * @param work may be called several times
     */
    public static <T> T inNewUntilAlone(KeycloakSession session, Function<KeycloakSession, T> work) {
        for (int tryNumber = 1; ; tryNumber++) {
            try {
                return inNew(session, work);
            } catch (RuntimeException failure) {
                if (tryNumber == TRIES || !Collision.caused(failure)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * The same for a thread that serves no request.
     *
     * @throws IllegalStateException if the realm is gone by now
     */
    public static <T> T inNew(KeycloakSessionFactory factory, String realmId, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                null,
                session -> {
                    RealmModel realm = session.realms().getRealm(realmId);
                    if (realm == null) {
                        throw new IllegalStateException("realm " + realmId + " no longer exists");
                    }
                    session.getContext().setRealm(realm);
                    return work.apply(session);
                },
                "twostep");
    }
}
