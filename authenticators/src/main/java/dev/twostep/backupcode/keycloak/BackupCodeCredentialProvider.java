package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodeSet;
import dev.twostep.keycloak.StoredCredentialProvider;
import dev.twostep.keycloak.StoredFactors;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Backup codes in the account console, the admin console and on the page that offers other ways to sign in. */
public final class BackupCodeCredentialProvider extends StoredCredentialProvider<BackupCodeCredential> {

    private static final String ICON = "kcAuthenticatorRecoveryAuthnCodesClass";

    /** With this many left the console warns (B8). */
    private static final int FEW = 1;

    BackupCodeCredentialProvider(KeycloakSession session) {
        super(session, BackupCodeCredential.TYPE, BackupCodeCredential::from);
    }

    /** One row a user. New codes are offered to whoever has a factor to back up; the console calls that “Set up”, with codes or without. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadata.CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(BackupCodeCredential.TYPE)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("twostep-backup-code-display-name")
                .helpText("twostep-backup-code-help-text")
                .iconCssClass(ICON)
                .removeable(true);
        UserModel user = context.getUser();
        if (user != null && StoredFactors.any(user)) {
            metadata.createAction(BackupCodesActionFactory.ID);
        }
        return metadata.build(session);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(BackupCodeCredential credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        int active = credential.codes().map(BackupCodeSet::active).orElse(0);
        metadata.setInfoMessage(
                "twostep-backup-left", String.valueOf(active), String.valueOf(BackupCodeSet.MOST_ACTIVE));
        if (active <= FEW) {
            String warning = active == 0 ? "twostep-backup-none" : "twostep-backup-few";
            metadata.setWarningMessageTitle(warning);
            metadata.setWarningMessageDescription(warning + "-text");
        }
        return metadata;
    }
}
