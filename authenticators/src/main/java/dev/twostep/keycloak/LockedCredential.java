package dev.twostep.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;

/**
 * One credential of a user's, changed in atomic steps. Keycloak's own way, read then write, loses one of two changes at the same
 * moment: its user cache hands out old copies, and the row of a federated user has no version. So each step locks the row first, reads it
 * past the cache, and writes it in the same short transaction; nobody else sees the state that it began with.
 */
public final class LockedCredential {

    /**
     * What to do.
     *
     * @param credential what to store under the row's id, which is made if it is not there; null leaves everything as it is
     */
    public record Step<T>(@Nullable CredentialModel credential, T answer) {}

    /**
     * What a step sees.
     *
     * @param user   read past the cache
     * @param stored empty if there is no such row
     */
    public record Seen(UserModel user, Optional<CredentialModel> stored) {}

    private final KeycloakSession session;
    private final UserModel user;
    private final String id;

    public LockedCredential(KeycloakSession session, UserModel user, String id) {
        this.session = session;
        this.user = user;
        this.id = id;
    }

    /**
     * @param decision may be asked for several times, and only its last answer counts; it must not reach for the database but through the user it is given
     * @throws RuntimeException if the store fails; then nothing has changed
     */
    public <T> T change(Function<Seen, Step<T>> decision) {
        T answer = Transactions.inNewUntilAlone(session, own -> {
            UserModel fresh = UserCache.fresh(own, user.getId());
            lock(own);
            Optional<CredentialModel> stored =
                    Optional.ofNullable(fresh.credentialManager().getStoredCredentialById(id));
            Step<T> step = decision.apply(new Seen(fresh, stored));
            write(fresh, stored, step.credential());
            return step.answer();
        });
        UserCache.forget(user);
        return answer;
    }

    /** A row that is not there yet cannot be locked; but it can be made only once, because its id is known. */
    private void lock(KeycloakSession own) {
        EntityManager rows = own.getProvider(JpaConnectionProvider.class).getEntityManager();
        Class<?> entity =
                StorageId.isLocalStorage(user.getId()) ? CredentialEntity.class : FederatedUserCredentialEntity.class;
        rows.find(entity, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static void write(UserModel fresh, Optional<CredentialModel> stored, @Nullable CredentialModel credential) {
        if (credential == null) {
            return;
        }
        if (stored.isPresent()) {
            fresh.credentialManager().updateStoredCredential(credential);
        } else {
            fresh.credentialManager().createStoredCredential(credential);
        }
    }
}
