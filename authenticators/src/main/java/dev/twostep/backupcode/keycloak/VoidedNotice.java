package dev.twostep.backupcode.keycloak;

import dev.twostep.keycloak.NoticeMail;
import org.keycloak.authentication.AuthenticationFlowContext;

/** B4: a code out of order made all others inactive. The owner of the account hears of it, who may not be the one who typed it. */
final class VoidedNotice {

    private VoidedNotice() {}

    static void mail(AuthenticationFlowContext context) {
        new NoticeMail(context.getSession(), context.getRealm(), context.getUser())
                .send("twostepBackupMailVoidedSubject", "twostep-backup-codes-voided.ftl", "backup-code-error");
    }
}
