package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.Meters;
import dev.twostep.sms.CodeCheck;
import dev.twostep.sms.CodeState;
import dev.twostep.throttle.Limit;
import java.util.Locale;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** What events and metrics say about texts and codes; all values come from closed sets. */
final class SmsEvent {

    static final String SENT = "twostep-text-sent";
    static final String TEXT = "twostep_text";
    static final String LIMITED = "twostep_limited";
    static final String REFUSED = "twostep_refused";
    static final String CODE_EXPIRED = Errors.EXPIRED_CODE;
    static final String TRIES_USED_UP = "twostep_tries_used_up";
    static final String IMPERSONATED = "twostep_impersonated";
    static final String CHANGED_ELSEWHERE = "twostep_changed_elsewhere";
    static final String UNREADABLE = "twostep_unreadable_credential";

    private SmsEvent() {}

    static void describe(EventBuilder event, UserModel user) {
        event.user(user).detail(Details.CREDENTIAL_TYPE, SmsCredential.TYPE);
    }

    /**
     * A text, a limit and a refusal are events of their own. Keycloak's types are a closed set without "sent"; the one for custom
     * actions says least that is untrue.
     */
    static void state(EventBuilder event, CodeState state) {
        if (state.textedNow()) {
            event.clone()
                    .event(EventType.CUSTOM_REQUIRED_ACTION)
                    .detail(Details.CUSTOM_REQUIRED_ACTION, SENT)
                    .success();
        }
        event.detail(TEXT, state.textedNow() ? "sent" : label(state.kind()));
        if (state.limit() != null) {
            limited(event.clone(), state.limit()).error(LIMITED);
        } else if (state.kind() == CodeState.Kind.REFUSED) {
            String why = state.refusal() == null ? "not_sent" : label(state.refusal());
            event.clone().detail("twostep_refusal", why).error(REFUSED);
        }
    }

    static void checked(EventBuilder event, CodeCheck check) {
        Meters.count(
                "twostep_codes_checked",
                "factor",
                SmsCredential.TYPE,
                "result",
                check.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (check instanceof CodeCheck.Throttled throttled) {
            limited(event, throttled.limit());
        }
    }

    private static EventBuilder limited(EventBuilder event, Limit limit) {
        Meters.count("twostep_limited", "limit", limit.label());
        return event.detail("twostep_limit", limit.label());
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
