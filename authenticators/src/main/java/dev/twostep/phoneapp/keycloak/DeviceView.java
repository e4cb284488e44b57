package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.PushKeys;
import dev.twostep.keycloak.Source;
import dev.twostep.phoneapp.AnsweringPhone;
import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.LoginCode;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairings;
import dev.twostep.phoneapp.Phone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A phone as the phone API shows it to itself. */
final class DeviceView {

    private final KeycloakSession session;

    DeviceView(KeycloakSession session) {
        this.session = session;
    }

    Map<String, Object> active(UserModel user, Phone phone) {
        Map<String, Object> view = view(phone, "active");
        view.put("account", account(user));
        view.put("loginCode", loginCode(phone.server()));
        view.put(
                "notifications",
                Map.of(
                        "applicationServerKey",
                        PushKeys.current(session).applicationServerKey(),
                        "on",
                        isWoken(user, phone)));
        return view;
    }

    /** Whether the push service still knows the server: it does not once the realm's key of that time is gone. */
    private boolean isWoken(UserModel user, Phone phone) {
        return phone.notified()
                && session.getProvider(PhonesProvider.class)
                        .wake(user, phone.id())
                        .flatMap(wake -> PushKeys.of(session, wake.keyId()))
                        .isPresent();
    }

    /** One that is being paired, which learns about the account once it was recognised. */
    Map<String, Object> pairing(Pairings pairings, Pairing pairing) {
        NewPhone phone = Objects.requireNonNull(pairing.phone());
        Map<String, Object> view = view(phone, status(pairing));
        view.put("loginCode", loginCode(phone.server()));
        if (pairing.state() != Pairing.State.CLAIMED) {
            UserModel user = session.users().getUserById(session.getContext().getRealm(), pairing.userId());
            view.put("account", account(user));
        }
        if (pairing.state() == Pairing.State.CONFIRMED) {
            view.put("trial", trial(pairings, pairing));
        }
        return view;
    }

    private static String status(Pairing pairing) {
        return switch (pairing.state()) {
            case OPEN, CLAIMED, OVER -> "unconfirmed";
            case CONFIRMED -> "trial";
            case TRIED, DONE -> "tried";
        };
    }

    private Map<String, Object> trial(Pairings pairings, Pairing pairing) {
        Map<String, Object> trial = new LinkedHashMap<>();
        trial.put("id", pairing.id());
        trial.put("status", "pending");
        trial.put("created", pairing.createdAt().getEpochSecond());
        trial.put("expires", pairing.expiresAt().getEpochSecond());
        trial.put("nonce", pairings.secrets().nonce(pairing).orElse(""));
        trial.put("digits", 6);
        trial.put("context", new TrialContext(session).of(pairing));
        trial.put("triesLeft", Pairing.MOST_TRIES - pairing.tries());
        trial.put("canReport", false);
        trial.put("now", Source.CLOCK.instant().getEpochSecond());
        return trial;
    }

    private Map<String, Object> view(AnsweringPhone phone, String status) {
        RealmModel realm = session.getContext().getRealm();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", phone.id());
        view.put("status", status);
        view.put("name", phone.name());
        view.put("fingerprint", phone.key().fingerprint());
        view.put("confirmation", phone.approvalKey() == null ? "device" : "webauthn");
        view.put(
                "realm",
                Map.of(
                        "name",
                        realm.getName(),
                        "displayName",
                        Objects.requireNonNullElse(realm.getDisplayName(), realm.getName())));
        return view;
    }

    private static Map<String, Object> account(UserModel user) {
        String name = (Objects.requireNonNullElse(user.getFirstName(), "") + " "
                        + Objects.requireNonNullElse(user.getLastName(), ""))
                .strip();
        return Map.of("username", user.getUsername(), "name", name);
    }

    private static Map<String, Object> loginCode(DeviceKey server) {
        return Map.of(
                "algorithm",
                "SHA256",
                "digits",
                LoginCode.DIGITS,
                "period",
                LoginCode.PERIOD.toSeconds(),
                "serverKey",
                Map.of("kty", "EC", "crv", "P-256", "x", server.x(), "y", server.y()));
    }
}
