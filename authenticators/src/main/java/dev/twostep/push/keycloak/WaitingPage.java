package dev.twostep.push.keycloak;

import dev.twostep.keycloak.HelpLink;
import dev.twostep.keycloak.PhoneAddress;
import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.QrCode;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.TwostepAddress;
import dev.twostep.phoneapp.LoginCode;
import dev.twostep.phoneapp.Phone;
import dev.twostep.push.Asking;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.RequestSecrets;
import dev.twostep.push.RequestStatus;
import dev.twostep.secret.Secret;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** The page that waits for the phone, or asks for the code that it shows. */
final class WaitingPage {

    private static final String TEMPLATE = "twostep-phone-app.ftl";
    private static final String FIELD = "code";

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final LoginFormsProvider form;
    private String problem = "";

    WaitingPage(AuthenticationFlowContext context) {
        this.context = context;
        this.session = context.getSession();
        this.form = context.form();
    }

    /** The page of a request, whatever has become of it. */
    Response of(LoginRequest request) {
        RequestStatus status = request.status(Source.CLOCK.instant());
        RequestSecrets secrets = Push.of(session).requests().secrets();
        Optional<Secret> number = secrets.number(request);
        Optional<Secret> scanned = secrets.scanned(request);
        boolean waits = status == RequestStatus.PENDING || status == RequestStatus.APPROVED;
        if (!waits || number.isEmpty() || scanned.isEmpty()) {
            return render(attributes(label(status)));
        }
        Map<String, Object> attributes = attributes("waiting");
        String link = PhoneAddress.toApprove(session, request.id(), scanned.get());
        QrCode qr = QrCode.of(link);
        attributes.put("number", number.get().reveal());
        attributes.put("qr", Map.of("size", qr.size(), "path", qr.path()));
        attributes.put("link", link);
        attributes.put("waitUrl", TwostepAddress.of(session, "login-requests/" + request.id() + "/wait"));
        attributes.put("secondsLeft", left(request.expiresAt()).toSeconds());
        WakingNote waking = WakingNote.read(context.getAuthenticationSession());
        attributes.put("notified", waking.woken());
        attributes.put("quiet", waking.quiet());
        return render(attributes);
    }

    /** The same, after somebody said too early that it was answered. */
    Response stillWaiting(LoginRequest request) {
        if (request.status(Source.CLOCK.instant()) == RequestStatus.PENDING) {
            problem = "twostepPushStillWaiting";
        }
        return of(request);
    }

    /** Another browser's request is waiting. */
    Response another() {
        return render(attributes("busy"));
    }

    Response paused(Asking.Wait wait) {
        boolean silenced = wait.reason() == Asking.Reason.REPORTED;
        if (silenced) {
            problem = "twostepPushSilenced";
        }
        Map<String, Object> attributes = attributes(
                switch (wait.reason()) {
                    case REPORTED -> "limited";
                    case DENIED -> "denied";
                    case IN_VAIN -> "paused";
                });
        attributes.put("waitSeconds", silenced ? 0 : left(wait.until()).toSeconds());
        return render(attributes);
    }

    Response locked() {
        problem = "twostepSignInPaused";
        return render(attributes("limited"));
    }

    /** Another sign-in of the user was at it in the same moment. */
    Response busy() {
        problem = "twostepSignInBusy";
        return render(attributes("limited"));
    }

    Response code() {
        return render(attributes("code"));
    }

    Response codeError(String message) {
        form.addError(new FormMessage(FIELD, message, LoginCode.DIGITS));
        return code();
    }

    Response codeLimited() {
        problem = "twostepPushCodeLimited";
        return code();
    }

    private Map<String, Object> attributes(String state) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("state", state);
        attributes.put("problem", problem);
        attributes.put("codeLength", LoginCode.DIGITS);
        attributes.put(
                "phones",
                session.getProvider(PhonesProvider.class).of(context.getUser()).stream()
                        .map(Phone::name)
                        .toList());
        attributes.put("helpUrl", HelpLink.to(session, state.equals("code") ? "phone-offline" : "push-not-arrived"));
        return attributes;
    }

    private Response render(Map<String, Object> attributes) {
        return form.setAttribute("twostepPhoneApp", attributes).createForm(TEMPLATE);
    }

    private static String label(RequestStatus status) {
        return switch (status) {
            case DENIED, WRONG_NUMBER, REPORTED, CANCELLED, OTHER_WAY -> status.label();
            case PENDING, APPROVED, FINISHED, EXPIRED -> "expired";
        };
    }

    private static Duration left(Instant until) {
        Duration left = Duration.between(Source.CLOCK.instant(), until);
        return left.isNegative() ? Duration.ZERO : left.plusMillis(999);
    }
}
