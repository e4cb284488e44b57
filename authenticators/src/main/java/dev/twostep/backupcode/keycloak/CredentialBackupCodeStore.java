package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodeSet;
import dev.twostep.backupcode.BackupCodeStore;
import dev.twostep.keycloak.LockedCredential;
import dev.twostep.keycloak.StoredFactors;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The codes in a credential of the user's, changed under the row's lock, so that no two steps see the same state. */
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
        return holding(user, row());
    }

    @Override
    public <T> T change(Function<Holding, Step<T>> decision) {
        Optional<BackupCodeCredential> known = row();
        String id = known.map(CredentialModel::getId).orElseGet(this::newId);
        String label = known.map(CredentialModel::getUserLabel).orElseGet(this::newLabel);
        return new LockedCredential(session, user, id).change(seen -> {
            Optional<BackupCodeCredential> row = seen.stored().map(BackupCodeCredential::from);
            Step<T> step = decision.apply(holding(seen.user(), row));
            return new LockedCredential.Step<>(written(id, label, row, step.set()), step.answer());
        });
    }

    private static @Nullable BackupCodeCredential written(
            String id, String label, Optional<BackupCodeCredential> row, @Nullable BackupCodeSet set) {
        if (set == null) {
            return null;
        }
        row.ifPresent(credential -> {
            credential.set(set);
            credential.nameIfNameless(label);
        });
        return row.orElseGet(() -> BackupCodeCredential.of(id, label, set));
    }

    /** Known beforehand, so that the database refuses a second row. */
    private String newId() {
        String name = BackupCodeCredential.TYPE + "|" + user.getId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** In the user's language. Without one, Keycloak's page for deleting it shows the name of its type. */
    private String newLabel() {
        return session.getProvider(LoginFormsProvider.class).getMessage(BackupCodeCredential.TYPE);
    }

    private Optional<BackupCodeCredential> row() {
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
