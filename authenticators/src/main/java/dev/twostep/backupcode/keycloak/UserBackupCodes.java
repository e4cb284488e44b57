package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodes;
import dev.twostep.backupcode.CodeHasher;
import dev.twostep.backupcode.PendingCodes;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.secret.MacKey;
import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The backup codes of a user, wired for the realm in the session's context. */
final class UserBackupCodes {

    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());
    private static final int ID_BYTES = 16;

    private UserBackupCodes() {}

    static BackupCodes of(KeycloakSession session, UserModel user) {
        SecretGenerator random = SecretGenerator.getInstance();
        MacKey key = new RealmKeys(session).macKey("backup-code");
        // has the session load its keys now: within a step of the store it must not touch the database
        key.currentId();
        return new BackupCodes(
                user.getId(),
                BackupCodePolicies.read(session),
                new CredentialBackupCodeStore(session, user),
                new PendingCodes(user.getId(), key, () -> random.generateBase64SecureId(ID_BYTES)),
                session.getProvider(ThrottleProvider.class),
                CLOCK,
                () -> random.randomBytes(CodeHasher.SALT_BYTES));
    }
}
