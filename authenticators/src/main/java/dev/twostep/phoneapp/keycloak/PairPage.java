package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.FactorChoice;
import dev.twostep.keycloak.HelpLink;
import dev.twostep.keycloak.PhoneAddress;
import dev.twostep.keycloak.QrCode;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.TwostepAddress;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.PairingSecrets;
import dev.twostep.secret.Secret;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;

/** The pages of {@link PairPhoneAppAction}. */
final class PairPage {

    private static final String TEMPLATE = "twostep-pair-phone-app.ftl";

    private final RequiredActionContext context;
    private final KeycloakSession session;

    PairPage(RequiredActionContext context) {
        this.context = context;
        this.session = context.getSession();
    }

    Response show(Pairing pairing, PairingSecrets secrets) {
        return switch (pairing.state()) {
            case OPEN -> scan(pairing, secrets);
            case CLAIMED -> confirm(pairing);
            case CONFIRMED, TRIED -> trial(pairing, secrets);
            case DONE, OVER -> over(pairing);
        };
    }

    private Response scan(Pairing pairing, PairingSecrets secrets) {
        Optional<Secret> token = secrets.token(pairing);
        Optional<Secret> code = secrets.code(pairing);
        if (token.isEmpty() || code.isEmpty()) {
            return over(pairing);
        }
        Map<String, Object> attributes = attributes("scan");
        String link = PhoneAddress.toPair(session, token.get());
        QrCode qr = QrCode.of(link);
        attributes.put("qr", Map.of("size", qr.size(), "path", qr.path()));
        attributes.put("link", link);
        attributes.put("code", grouped(code.get().reveal()));
        attributes.put("username", context.getUser().getUsername());
        attributes.put("phoneUrl", PhoneAddress.of(session));
        attributes.put("minutes", Pairing.LIFE.toMinutes());
        return waiting(attributes, pairing);
    }

    private Response confirm(Pairing pairing) {
        NewPhone phone = Objects.requireNonNull(pairing.phone());
        Map<String, Object> attributes = attributes("confirm");
        attributes.put("name", phone.name());
        attributes.put("platform", phone.platform());
        attributes.put("fingerprint", phone.key().fingerprint());
        return render(attributes);
    }

    private Response trial(Pairing pairing, PairingSecrets secrets) {
        Optional<Secret> number = secrets.number(pairing);
        if (number.isEmpty()) {
            return over(pairing);
        }
        Map<String, Object> attributes = attributes("trial");
        attributes.put("number", number.get().reveal());
        attributes.put("name", Objects.requireNonNull(pairing.phone()).name());
        return waiting(attributes, pairing);
    }

    /** It came to nothing, for a reason that the page tells. */
    Response over(Pairing pairing) {
        boolean wrong = pairing.state() == Pairing.State.OVER && pairing.tries() >= Pairing.MOST_TRIES;
        return render(attributes(wrong ? "wrong_number" : "expired"));
    }

    Response impersonated() {
        context.form().setError("twostepImpersonated");
        return render(attributes("impersonated"));
    }

    Response full() {
        return render(attributes("full"));
    }

    private Response waiting(Map<String, Object> attributes, Pairing pairing) {
        attributes.put(
                "waitUrl",
                TwostepAddress.of(
                        session,
                        "devices/pairings/" + pairing.id() + "/"
                                + pairing.state().name().toLowerCase(Locale.ROOT)));
        attributes.put(
                "secondsLeft",
                Math.max(
                        0,
                        Duration.between(Source.CLOCK.instant(), pairing.expiresAt())
                                .toSeconds()));
        return render(attributes);
    }

    private Map<String, Object> attributes(String state) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("state", state);
        attributes.put("canChooseAnother", FactorChoice.isOpen(context));
        attributes.put("helpUrl", HelpLink.to(session, "push-not-arrived"));
        return attributes;
    }

    private Response render(Map<String, Object> attributes) {
        return context.form().setAttribute("twostepPairPhone", attributes).createForm(TEMPLATE);
    }

    static String grouped(String code) {
        int half = code.length() / 2;
        return code.substring(0, half) + "-" + code.substring(half);
    }
}
