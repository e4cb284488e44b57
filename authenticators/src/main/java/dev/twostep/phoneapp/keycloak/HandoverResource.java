package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PhoneAddress;
import dev.twostep.keycloak.PhoneApi;
import dev.twostep.keycloak.QrCode;
import dev.twostep.keycloak.Source;
import dev.twostep.phoneapp.ApiError;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairings;
import dev.twostep.phoneapp.Phone;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A paired phone that hands over to a new one (L3): the same pairing as with a browser, shown and confirmed on the old phone. */
public final class HandoverResource {

    private static final String CONFIRMATION = "twostep-handover+jwt";

    private final KeycloakSession session;
    private final UserModel user;
    private final Phone phone;
    private final Pairings pairings;

    HandoverResource(KeycloakSession session, UserModel user, Phone phone) {
        this.session = session;
        this.user = user;
        this.phone = phone;
        this.pairings = RealmPairings.of(session);
    }

    /** {@code handOver} of the phone API. */
    @POST
    public Response begin() {
        return PhoneApi.created(view(pairings.begin(user.getId(), HandedOver.origin(phone.id()))));
    }

    /** {@code handover} of the phone API. */
    @GET
    public Response get() {
        return current()
                .map(pairing -> PhoneApi.ok(view(pairing)))
                .orElseGet(() -> PhoneApi.error(ApiError.UNKNOWN_PAIRING));
    }

    /** {@code confirmHandover} of the phone API. */
    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response confirm(String body) {
        JsonBody sent = JsonBody.read(body);
        String jws = sent.text("confirmation");
        Optional<SignedText> signed = SignedText.read(jws, CONFIRMATION)
                .filter(text -> text.isSignedBy(phone.key()))
                .filter(this::isForNow)
                .filter(text -> new ScreenLock(session).confirms(phone, jws, sent))
                .filter(text -> new OnceOnly(session).use(phone.key(), text.text("jti")));
        Optional<Pairing> pairing = current();
        if (signed.isEmpty() || pairing.isEmpty() || pairing.get().phone() == null) {
            return PhoneApi.error(ApiError.INVALID_ANSWER);
        }
        boolean isThatPhone = pairing.get().phone().id().equals(signed.get().text("device"));
        if (!isThatPhone || !pairings.confirm(pairing.get())) {
            return PhoneApi.error(ApiError.ALREADY_ANSWERED);
        }
        return get();
    }

    private boolean isForNow(SignedText text) {
        Instant now = Source.CLOCK.instant();
        Instant issued = Instant.ofEpochSecond(text.seconds("iat"));
        Instant expires = Instant.ofEpochSecond(text.seconds("exp"));
        return text.text("aud").equals(new Phones(session).issuer())
                && text.text("sub").equals(phone.id())
                && !expires.isAfter(issued.plusSeconds(60))
                && now.isBefore(expires.plusSeconds(60))
                && now.isAfter(issued.minusSeconds(60));
    }

    private Optional<Pairing> current() {
        return pairings.latest(user.getId(), HandedOver.origin(phone.id()));
    }

    private Map<String, Object> view(Pairing pairing) {
        Map<String, Object> view = new LinkedHashMap<>();
        boolean over = pairing.isOver(Source.CLOCK.instant());
        view.put("status", over ? "over" : status(pairing.state()));
        view.put("expires", pairing.expiresAt().getEpochSecond());
        if (over) {
            return view;
        }
        if (pairing.state() == Pairing.State.OPEN) {
            pairings.secrets().token(pairing).ifPresent(token -> {
                String link = PhoneAddress.toPair(session, token);
                QrCode qr = QrCode.of(link);
                view.put("link", link);
                view.put("qr", Map.of("size", qr.size(), "path", qr.path()));
            });
            pairings.secrets().code(pairing).ifPresent(code -> view.put("code", PairPage.grouped(code.reveal())));
        }
        NewPhone newcomer = pairing.phone();
        if (newcomer != null) {
            view.put(
                    "device",
                    Map.of(
                            "id",
                            newcomer.id(),
                            "name",
                            newcomer.name(),
                            "platform",
                            newcomer.platform(),
                            "fingerprint",
                            newcomer.key().fingerprint()));
        }
        if (pairing.state() == Pairing.State.CONFIRMED) {
            pairings.secrets().number(pairing).ifPresent(number -> view.put("number", number.reveal()));
        }
        return view;
    }

    private static String status(Pairing.State state) {
        return state == Pairing.State.CONFIRMED ? "trial" : state.name().toLowerCase(Locale.ROOT);
    }
}
