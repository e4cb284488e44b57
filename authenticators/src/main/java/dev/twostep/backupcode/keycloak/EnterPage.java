package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodePolicy;
import dev.twostep.backupcode.CodeUse;
import dev.twostep.backupcode.OutOfOrder;
import dev.twostep.keycloak.HelpLink;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.OptionalInt;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** The page that asks for the next backup code by its number (B3), and says why another one was not accepted. */
final class EnterPage {

    static final String FIELD = "backupCode";

    private static final String TEMPLATE = "twostep-backup-code.ftl";

    private final KeycloakSession session;
    private final LoginFormsProvider form;
    private final BackupCodePolicy policy;
    private String problem = "";
    private String helpTopic = "backup-codes";

    EnterPage(KeycloakSession session, LoginFormsProvider form, BackupCodePolicy policy) {
        this.session = session;
        this.form = form;
        this.policy = policy;
    }

    /** Nothing was typed. */
    Response missing(OptionalInt next) {
        return error("twostepBackupCodeMissing").show(next);
    }

    /** The account is locked; nothing is compared. */
    Response locked(OptionalInt next) {
        return problem("twostepSignInPaused").show(next);
    }

    /** Another sign-in of the user was at it; nothing was compared. */
    Response busy(OptionalInt next) {
        return problem("twostepSignInBusy").show(next);
    }

    /** @param next asked for where the answer does not say it */
    Response refused(CodeUse use, OptionalInt next) {
        helpTopic = "backup-code-error";
        if (use instanceof CodeUse.OutOfOrder) {
            return problem("twostepBackupCodesVoided").show(OptionalInt.empty());
        }
        if (use instanceof CodeUse.Used used) {
            return error("twostepBackupCodeUsed", used.number(), used.next().orElse(0))
                    .show(used.next());
        }
        if (use instanceof CodeUse.Voided voided) {
            return error(
                            "twostepBackupCodeInactive",
                            voided.number(),
                            voided.next().orElse(0))
                    .show(voided.next());
        }
        if (use instanceof CodeUse.Unknown unknown) {
            return error("twostepBackupCodeWrong", unknown.next().orElse(0)).show(unknown.next());
        }
        return problem("twostepBackupCodeLimited").show(next);
    }

    Response show(OptionalInt next) {
        Map<String, Object> attributes = Map.of(
                "state",
                next.isPresent() ? "ask" : "none",
                "number",
                next.orElse(0),
                "problem",
                problem,
                "strict",
                policy.outOfOrder() == OutOfOrder.REFUSE,
                "helpUrl",
                HelpLink.to(session, helpTopic));
        return form.setAttribute("twostepBackupCode", attributes).createForm(TEMPLATE);
    }

    private EnterPage error(String message, Object... parameters) {
        form.addError(new FormMessage(FIELD, message, parameters));
        return this;
    }

    private EnterPage problem(String message) {
        problem = message;
        return this;
    }
}
