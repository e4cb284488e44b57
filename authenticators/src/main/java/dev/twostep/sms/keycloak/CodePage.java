package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.HelpLink;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.sms.CodeDigits;
import dev.twostep.sms.CodeState;
import dev.twostep.sms.Purpose;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.SmsPolicy;
import dev.twostep.throttle.Limit;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** The page that asks for a code, in sign-in and when a number is proven. Says what {@link CodeState} says, in words. */
final class CodePage {

    static final String FIELD = "code";

    private static final String TEMPLATE = "twostep-sms.ftl";

    private final KeycloakSession session;
    private final LoginFormsProvider form;
    private final SmsPolicy policy;
    private final Purpose purpose;
    private String problem = "";

    CodePage(KeycloakSession session, LoginFormsProvider form, SmsPolicy policy, Purpose purpose) {
        this.session = session;
        this.form = form;
        this.policy = policy;
        this.purpose = purpose;
    }

    CodePage error(String message, Object... parameters) {
        form.addError(new FormMessage(FIELD, message, parameters));
        return this;
    }

    /** Not all digits, or something else than digits. */
    CodePage malformed() {
        return error("twostepSmsCodeMalformed", CodeDigits.LENGTH);
    }

    /** The account is locked; nothing is compared and nothing sent. */
    CodePage locked() {
        problem = "twostepSignInPaused";
        return this;
    }

    /** Another sign-in of the user was at it; nothing was compared. */
    CodePage busy() {
        problem = "twostepSignInBusy";
        return this;
    }

    CodePage info(String message) {
        form.setInfo(message);
        return this;
    }

    /** The answer to "send again": it went out, or how long to wait. */
    CodePage answer(CodeState state) {
        if (state.textedNow()) {
            return info("twostepSmsSentAgain");
        }
        Duration left = left(state.resendAt());
        if (state.kind() == CodeState.Kind.SENT && state.limit() == null && !left.isZero()) {
            form.setError(
                    "twostepSmsResendTooEarly",
                    String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart()));
        }
        return this;
    }

    Response show(CodeState state, PhoneNumber number) {
        if (state.kind() == CodeState.Kind.EXPIRED) {
            error("twostepSmsCodeExpired");
        }
        boolean temporary = state.kind() == CodeState.Kind.REFUSED && state.refusal() == null;
        return render(
                number.masked(),
                state(state),
                problem.isEmpty() ? problem(state) : problem,
                left(state.resendAt()),
                temporary);
    }

    /** The stored number cannot be read: nothing is sent, other ways are offered. */
    Response unusable() {
        return render("", "limited", "twostepSmsNotUsable", Duration.ZERO, false);
    }

    private Response render(String number, String state, String why, Duration wait, boolean temporary) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("number", number);
        attributes.put("purpose", purpose == Purpose.LOGIN ? "login" : "verify");
        attributes.put("state", state);
        attributes.put("problem", why);
        attributes.put("temporary", temporary);
        attributes.put("waitSeconds", wait.toSeconds());
        attributes.put("lifetimeMinutes", policy.codeLife().toMinutes());
        attributes.put("codeLength", CodeDigits.LENGTH);
        attributes.put("canChangeNumber", purpose == Purpose.VERIFY_NUMBER);
        attributes.put("helpUrl", HelpLink.to(session, "text-not-arrived"));
        return form.setAttribute("twostepSms", attributes).createForm(TEMPLATE);
    }

    private static Duration left(Instant until) {
        Duration left = Duration.between(SmsProvider.CLOCK.instant(), until);
        return left.isNegative() ? Duration.ZERO : left.plusMillis(999);
    }

    /** The page of an old code is that of a living one, with an error beside the field. */
    private static String state(CodeState state) {
        return state.kind() == CodeState.Kind.EXPIRED
                ? "sent"
                : state.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String problem(CodeState state) {
        if (state.limit() != null) {
            return limit(state.limit());
        }
        return state.kind() == CodeState.Kind.REFUSED ? refusal(state.refusal()) : "";
    }

    private static String refusal(@Nullable Refusal refusal) {
        if (refusal == null) {
            return "twostepSmsProblemUnreachable";
        }
        return switch (refusal) {
            case INVALID_NUMBER -> "twostepSmsProblemInvalidNumber";
            case NOT_A_MOBILE -> "twostepSmsProblemNotAMobile";
            case OPTED_OUT -> "twostepSmsProblemOptedOut";
            case COUNTRY_BLOCKED -> "twostepSmsProblemCountryBlocked";
            case MISCONFIGURED -> "twostepSmsProblemMisconfigured";
        };
    }

    private static String limit(Limit limit) {
        return switch (limit) {
            case SENDS_PER_NUMBER -> "twostepSmsProblemLimitNumber";
            case SENDS_PER_ADDRESS -> "twostepSmsProblemLimitAddress";
            case WRONG_CODES_PER_USER, WRONG_CODES_IN_A_ROW -> "twostepSmsProblemWrongCodes";
            case SENDS_PER_USER, RESEND, WRONG_PASSWORDS_PER_APP, SUBSCRIPTIONS_PER_PHONE ->
                "twostepSmsProblemLimitUser";
        };
    }
}
