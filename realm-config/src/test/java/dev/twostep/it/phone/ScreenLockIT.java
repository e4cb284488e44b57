package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P1, P2, L3: a phone that approves behind its screen lock approves in no other way, and is kept from nothing else. */
@ServerTest
final class ScreenLockIT {

    private final Realm realm;
    private final PhoneLock lock = new PhoneLock();

    ScreenLockIT(Realm realm) {
        this.realm = realm;
    }

    @Test
    @DisplayName(
            "P1, P2: a phone with a key behind its screen lock pairs and approves, and knows that the server knows")
    void story() {
        Person person = realm.newPerson();
        Phone phone = paired(person);
        assertThat(phone.device().ok().text("confirmation")).isEqualTo("webauthn");
        assertThat(realm.admin().credentials(person, "twostep-phone-app"))
                .singleElement()
                .satisfies(credential -> assertThat(
                                credential.path("credentialData").asText())
                        .contains(lock.named().get("publicKey").toString()));
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        assertThat(phone.approve(phone.newest(), PhoneLogin.number(waiting))
                        .ok()
                        .text("status"))
                .isEqualTo("approved");
        login.press(waiting, "continue").authorizationCode();
        // being used and being woken change the row
        JsonNode renamed = Json.of(Map.of("name", "Locked"));
        assertThat(phone.call("PATCH", "/devices/" + phone.id(), renamed).ok().text("confirmation"))
                .isEqualTo("webauthn");
    }

    @Test
    @DisplayName("P2: without the screen lock, with another's or about something else, nothing is approved")
    void refused() {
        Person person = realm.newPerson();
        Phone phone = paired(person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        String number = PhoneLogin.number(waiting);

        for (JsonNode body : List.of(
                answer(phone, request, number, null),
                answer(phone, request, number, Map.of()),
                answer(phone, request, number, Map.of("authenticatorData", 1, "clientDataJSON", true)),
                with(answer(phone, request, number, null), new PhoneLock(), 1 | 4),
                with(answer(phone, request, number, null), lock, 1),
                with(answer(phone, request, number, null), lock, 4),
                elsewhere(answer(phone, request, number, null)),
                exchanged(phone, request, number))) {
            assertThat(phone.answer(request, body).error()).as("%s", body).isEqualTo("invalid_answer");
            assertThat(phone.newest().path("status").asText()).isEqualTo("pending");
            assertThat(phone.newest().path("triesLeft").asInt()).isEqualTo(3);
        }
        Page early = login.press(waiting, "continue");
        assertThat(early.isBackAtClient()).isFalse();
        assertThat(realm.admin().events(person, "LOGIN_ERROR"))
                .extracting(event -> event.path("error").asText())
                .contains("twostep_invalid_answer");

        phone.approve(request, number).ok();
        login.press(early, "continue").authorizationCode();
    }

    @Test
    @DisplayName("P2, P6: denying and reporting need no screen lock")
    void denying() {
        Person person = realm.newPerson();
        Phone phone = paired(person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        assertThat(phone.deny(phone.newest()).ok().text("status")).isEqualTo("denied");
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
        assertThat(phone.notMe(phone.newest()).ok().text("status")).isEqualTo("reported");
    }

    @Test
    @DisplayName("P1: the trial needs the screen lock too, so that nobody pairs a phone that cannot approve")
    void trial() {
        Person person = realm.newPerson();
        PhoneLogin login = new PhoneLogin(realm);
        Page scan = login.pairingPage(person);
        Phone phone = Phone.locked(realm, lock);
        assertThat(phone.claim(PhoneLogin.token(scan)).ok().text("confirmation"))
                .isEqualTo("webauthn");
        Page trial = login.press(login.press(scan, "continue"), "confirm");
        String number = PhoneLogin.number(trial);
        assertThat(phone.tryOut(answer(phone, phone.trial(), number, null)).error())
                .isEqualTo("invalid_answer");
        assertThat(phone.tryOut(with(answer(phone, phone.trial(), number, null), new PhoneLock(), 1 | 4))
                        .error())
                .isEqualTo("invalid_answer");
        assertThat(phone.device().ok().text("status")).isEqualTo("trial");
        Page early = login.press(trial, "continue");
        assertThat(early.isBackAtClient()).isFalse();
        phone.tryOut(number).ok();
        assertThat(login.press(early, "continue").answer()).containsEntry("kc_action_status", "success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "publicKey", "algorithm"})
    @DisplayName("P1: a key that cannot be read is not taken for none")
    void unreadable(String part) {
        Page scan = new PhoneLogin(realm).pairingPage(realm.newPerson());
        Phone phone = Phone.locked(realm, lock);
        Map<String, Object> named = new HashMap<>(lock.named());
        named.put(part, part.equals("algorithm") ? -35 : "AAAA");
        Map<String, Object> claims = phone.claimsOfClaim();
        claims.put("token", PhoneLogin.token(scan));
        claims.put("webauthn", named);
        Map<String, Object> header = Map.of(
                "typ", "twostep-pairing+jwt", "alg", "ES256", "jwk", phone.key().jwk());
        assertThat(phone.sendClaim(header, claims).error()).isEqualTo("invalid_request");
        assertThat(phone.claim(PhoneLogin.token(scan)).ok().text("confirmation"))
                .isEqualTo("webauthn");
    }

    @Test
    @DisplayName("L3: a hand-over is confirmed behind the screen lock; the new phone has its own, or none")
    void handOver() {
        Person person = realm.newPerson();
        Phone old = paired(person);
        String path = "/devices/" + old.id() + "/handover";
        String link = old.call("POST", path, null).ok().text("link");
        Phone fresh = new Phone(realm);
        fresh.claim(link.substring(link.indexOf("#p=") + 3)).ok();

        String signed = confirmation(old, fresh);
        assertThat(old.call("POST", path + "/confirm", Json.of(Map.of("confirmation", signed)))
                        .error())
                .isEqualTo("invalid_answer");
        Map<String, Object> others = lock.confirm(confirmation(old, fresh), realm.url());
        assertThat(old.call("POST", path + "/confirm", Json.of(Map.of("confirmation", signed, "assertion", others)))
                        .error())
                .isEqualTo("invalid_answer");
        assertThat(old.call("GET", path, null).ok().text("status")).isEqualTo("claimed");

        Map<String, Object> own = lock.confirm(signed, realm.url());
        ApiAnswer trial = old.call("POST", path + "/confirm", Json.of(Map.of("confirmation", signed, "assertion", own)))
                .ok();
        fresh.tryOut(trial.text("number")).ok();
        assertThat(fresh.device().ok().text("confirmation")).isEqualTo("device");
        assertThat(old.device().error()).isEqualTo("unknown_device");
    }

    private Phone paired(Person person) {
        PhoneLogin login = new PhoneLogin(realm);
        Phone phone = Phone.locked(realm, lock);
        Page end = login.pair(phone, login.pairingPage(person));
        assertThat(end.answer()).as("%s", end).containsEntry("kc_action_status", "success");
        return phone;
    }

    private static ObjectNode answer(Phone phone, JsonNode request, String number, @Nullable Map<String, ?> assertion) {
        Map<String, Object> body = new HashMap<>();
        body.put("answer", phone.sign(phone.answer(request, "approve", Map.of("number", number))));
        if (assertion != null) {
            body.put("assertion", assertion);
        }
        return (ObjectNode) Json.of(body);
    }

    private ObjectNode with(ObjectNode body, PhoneLock by, int flags) {
        body.set("assertion", Json.of(by.confirm(body.path("answer").asText(), realm.url(), flags)));
        return body;
    }

    /** Confirmed on another page of the same host. */
    private ObjectNode elsewhere(ObjectNode body) {
        body.set(
                "assertion",
                Json.of(lock.confirm(
                        body.path("answer").asText(),
                        realm.url().resolve("https://" + realm.url().getHost()))));
        return body;
    }

    /** One answer with what the screen lock said to another one. */
    private ObjectNode exchanged(Phone phone, JsonNode request, String number) {
        ObjectNode confirmed = with(answer(phone, request, number, null), lock, 1 | 4);
        return answer(phone, request, number, null).set("assertion", confirmed.path("assertion"));
    }

    private static String confirmation(Phone old, Phone fresh) {
        long now = Instant.now().getEpochSecond();
        return old.key()
                .sign(
                        Map.of("typ", "twostep-handover+jwt", "alg", "ES256"),
                        Map.of(
                                "aud",
                                old.issuer(),
                                "sub",
                                old.id(),
                                "device",
                                fresh.id(),
                                "iat",
                                now,
                                "exp",
                                now + 30,
                                "jti",
                                Phone.newId()));
    }
}
