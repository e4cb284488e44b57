package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.CodeUse;
import dev.twostep.keycloak.Meters;
import java.util.Locale;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.UserModel;

/** What events and metrics say about backup codes; all values come from closed sets, and codes are named by their number. */
final class BackupCodeEvent {

    static final String NUMBER = "twostep_code";
    static final String LEFT = "twostep_left";
    static final String VOIDED = "twostep_backup_codes_voided";
    static final String USED_BEFORE = "twostep_backup_code_used_before";
    static final String INACTIVE = "twostep_backup_code_inactive";
    static final String LIMITED = "twostep_limited";
    static final String NO_PAGE = "twostep_needs_a_page";
    static final String IMPERSONATED = "twostep_impersonated";

    private BackupCodeEvent() {}

    static void describe(EventBuilder event, UserModel user) {
        event.user(user).detail(Details.CREDENTIAL_TYPE, BackupCodeCredential.TYPE);
    }

    /** A sign-in by backup code says which, whenever it ends. */
    static void spent(EventBuilder event, SpentCode spent) {
        number(event.detail(Details.CREDENTIAL_TYPE, BackupCodeCredential.TYPE), spent.number())
                .detail(LEFT, String.valueOf(spent.left()));
    }

    /** Counts the check, and says which code it was, if it was one. */
    static void used(EventBuilder event, CodeUse use) {
        Meters.count(
                "twostep_codes_checked",
                "factor",
                BackupCodeCredential.TYPE,
                "result",
                use.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (use instanceof CodeUse.Accepted accepted) {
            number(event, accepted.number()).detail(LEFT, String.valueOf(accepted.left()));
        } else if (use instanceof CodeUse.OutOfOrder outOfOrder) {
            number(event, outOfOrder.number());
        } else if (use instanceof CodeUse.Used used) {
            number(event, used.number());
        } else if (use instanceof CodeUse.Voided voided) {
            number(event, voided.number());
        } else if (use instanceof CodeUse.Throttled throttled) {
            Meters.count("twostep_limited", "limit", throttled.limit().label());
            event.detail("twostep_limit", throttled.limit().label());
        }
    }

    /** Why a code was not accepted. */
    static String error(CodeUse use) {
        if (use instanceof CodeUse.OutOfOrder) {
            return VOIDED;
        }
        if (use instanceof CodeUse.Used) {
            return USED_BEFORE;
        }
        if (use instanceof CodeUse.Voided) {
            return INACTIVE;
        }
        return use instanceof CodeUse.Throttled ? LIMITED : Errors.INVALID_USER_CREDENTIALS;
    }

    private static EventBuilder number(EventBuilder event, int number) {
        return event.detail(NUMBER, String.valueOf(number));
    }
}
