package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodeSet;
import dev.twostep.backupcode.BackupCodeStore;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.keycloak.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;

/**
 * The codes in a credential of the user's. Keycloak's own way to change a credential, read then write, loses one of two changes at the same
 * moment: its user cache hands out old copies, and the row of a federated user has no version. So each step locks the row first, reads it
 * past the cache, and writes it in the same short transaction; nobody else sees the state that it began with.
 */
final class CredentialBackupCodeStore implements BackupCodeStore {

    private static final Logger LOG = Logger.getLogger(CredentialBackupCodeStore.class);

    private final KeycloakSession session;
    private final UserModel user;

    CredentialBackupCodeStore(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    @Override
    public Holding look() {
        return holding(user, row(user));
    }

    @Override
    public <T> T change(Function<Holding, Step<T>> decision) {
        String rowId = row(user).map(BackupCodeCredential::getId).orElseGet(this::id);
        T answer = Transactions.inNewUntilAlone(session, own -> {
            UserModel fresh = fresh(own);
            lock(own, rowId);
            Optional<BackupCodeCredential> row = row(fresh);
            Step<T> step = decision.apply(holding(fresh, row));
            if (step.set() != null) {
                write(fresh, row, step.set());
            }
            return step.answer();
        });
        forgetCopy(user);
        return answer;
    }

    private UserModel fresh(KeycloakSession own) {
        UserModel fresh = own.users().getUserById(own.getContext().getRealm(), user.getId());
        if (fresh == null) {
            throw new IllegalStateException("the user was removed");
        }
        forgetCopy(fresh);
        return fresh;
    }

    private static void forgetCopy(UserModel user) {
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
    }

    /** A row that is not there yet cannot be locked; but it can be made only once, because its id is known. */
    private void lock(KeycloakSession own, String rowId) {
        EntityManager rows = own.getProvider(JpaConnectionProvider.class).getEntityManager();
        Class<?> entity =
                StorageId.isLocalStorage(user.getId()) ? CredentialEntity.class : FederatedUserCredentialEntity.class;
        rows.find(entity, rowId, LockModeType.PESSIMISTIC_WRITE);
    }

    private String id() {
        String name = BackupCodeCredential.TYPE + "|" + user.getId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void write(UserModel fresh, Optional<BackupCodeCredential> row, BackupCodeSet set) {
        if (row.isPresent()) {
            row.get().set(set);
            fresh.credentialManager().updateStoredCredential(row.get());
        } else {
            fresh.credentialManager().createStoredCredential(BackupCodeCredential.of(id(), set));
        }
    }

    private static Optional<BackupCodeCredential> row(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(BackupCodeCredential.TYPE)
                .findFirst()
                .map(BackupCodeCredential::from);
    }

    private static Holding holding(UserModel user, Optional<BackupCodeCredential> row) {
        Optional<BackupCodeSet> codes = row.flatMap(BackupCodeCredential::codes);
        if (row.isPresent() && codes.isEmpty()) {
            LOG.warnf("TWOSTEP-BACKUP-1: the backup codes of user %s cannot be read; none is accepted", user.getId());
        }
        return new Holding(codes, StoredFactors.ids(user));
    }
}
