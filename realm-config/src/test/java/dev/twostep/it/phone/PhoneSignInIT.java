package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P1, P2, C1: pairing a phone and signing in with it. */
@ServerTest
final class PhoneSignInIT {

    private final Realm realm;

    PhoneSignInIT(Realm realm) {
        this.realm = realm;
    }

    @Test
    @DisplayName("P1: a phone is paired by scanning, recognised in the browser, tried out, and only then a factor")
    void pairing() {
        Person person = realm.newPerson();
        PhoneLogin login = new PhoneLogin(realm);
        Page scan = login.pairingPage(person);
        Phone phone = new Phone(realm);

        ApiAnswer claimed = phone.claim(PhoneLogin.token(scan)).ok();
        assertThat(claimed.text("status")).isEqualTo("unconfirmed");
        assertThat(claimed.body().has("account")).isFalse();
        assertThat(claimed.text("id")).isEqualTo(phone.id());
        assertThat(claimed.text("fingerprint")).isEqualTo(phone.key().fingerprint());

        Page confirm = login.press(scan, "continue");
        assertThat(confirm.text()).contains("Test phone", phone.key().fingerprint());
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).isEmpty();

        Page trial = login.press(confirm, "confirm");
        ApiAnswer during = phone.device().ok();
        assertThat(during.text("status")).isEqualTo("trial");
        assertThat(during.body().at("/account/username").asText()).isEqualTo(person.username());
        Page early = login.press(trial, "continue");
        assertThat(early.isBackAtClient()).isFalse();
        assertThat(PhoneLogin.number(early)).isEqualTo(PhoneLogin.number(trial));
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).isEmpty();

        assertThat(phone.tryOut(PhoneLogin.number(trial)).ok().text("status")).isEqualTo("tried");
        Page end = login.press(early, "continue");
        assertThat(end.answer()).containsEntry("kc_action_status", "success");
        assertThat(phone.device().ok().text("status")).isEqualTo("active");
        assertThat(realm.admin().credentials(person, "twostep-phone-app"))
                .singleElement()
                .satisfies(credential ->
                        assertThat(credential.path("userLabel").asText()).isEqualTo("Test phone"));
    }

    @Test
    @DisplayName("P2: the phone shows who asks, and approves with the number of the page")
    void approve() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);

        JsonNode request = phone.newest();
        JsonNode context = Json.read(request.path("context").asText());
        assertThat(context.path("account").asText()).isEqualTo(person.username());
        assertThat(context.path("app").asText()).isEqualTo("Twostep demo");
        assertThat(context.path("address").asText()).isNotEmpty();
        assertThat(request.path("status").asText()).isEqualTo("pending");
        assertThat(request.toString()).doesNotContain(PhoneLogin.number(waiting));

        Page early = login.press(waiting, "continue");
        assertThat(PhoneLogin.number(early)).isEqualTo(PhoneLogin.number(waiting));
        assertThat(phone.approve(request, PhoneLogin.number(waiting)).ok().text("status"))
                .isEqualTo("approved");
        Page end = login.press(early, "continue");
        assertThat(login.tokens(end).accessToken().path("acr").asText()).isEqualTo("2");
        assertThat(phone.newest().path("status").asText()).isEqualTo("finished");
    }

    @Test
    @DisplayName("P2: the phone approves with what the page's QR code says")
    void approveScanned() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        phone.approveScanned(phone.newest(), PhoneLogin.scanned(waiting)).ok();
        login.press(waiting, "continue").authorizationCode();
    }

    @Test
    @DisplayName("P2: a denied request signs nobody in, and the page says so")
    void deny() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        phone.deny(phone.newest()).ok();
        Page denied = login.press(waiting, "continue");
        assertThat(denied.isBackAtClient()).isFalse();
        assertThat(denied.html().select("#twostep-number")).isEmpty();
        assertThat(phone.newest().path("status").asText()).isEqualTo("denied");
        assertThat(realm.admin().events(person, "LOGIN_ERROR"))
                .extracting(event -> event.path("error").asText())
                .contains("twostep_denied");
    }

    @Test
    @DisplayName("C1, C2: the login code that the phone shows signs in once")
    void loginCode() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        String code = phone.loginCode(0);
        PhoneLogin login = new PhoneLogin(realm);
        Page field = login.press(login.password(person), "useCode");
        login.code(field, code).authorizationCode();

        PhoneLogin again = new PhoneLogin(realm);
        Page refused = again.code(again.press(again.password(person), "useCode"), code);
        assertThat(refused.isBackAtClient()).isFalse();
        assertThat(refused.asksFor("code")).isTrue();
    }

    @Test
    @DisplayName("P5: going on with a login code gives the request up")
    void givesUp() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        login.press(waiting, "useCode");
        assertThat(phone.newest().path("status").asText()).isEqualTo("cancelled");
        ApiAnswer late = phone.approve(request, PhoneLogin.number(waiting));
        assertThat(late.error()).isEqualTo("already_answered");
    }

    @Test
    @DisplayName("L2: signing out on the phone turns two-step sign-in off, with nothing but the phone's key")
    void unpair() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        assertThat(phone.call("DELETE", "/devices/" + phone.id(), null).status())
                .isEqualTo(204);
        assertThat(phone.device().error()).isEqualTo("unknown_device");
        new PhoneLogin(realm).password(person).authorizationCode();
    }

    @Test
    @DisplayName(
            "K3: whoever has a phone paired is asked for it by a plain client, with acr_values=1 and with prompt=login")
    void everyClient() {
        Person person = realm.newPerson();
        PhoneLogin.paired(realm, person);
        for (Map<String, String> parameters :
                List.of(Map.<String, String>of(), Map.of("acr_values", "1"), Map.of("prompt", "login"))) {
            Page page = new PhoneLogin(realm).password(person, parameters);
            assertThat(page.isBackAtClient()).as("%s", parameters).isFalse();
            assertThat(page.html().select(".twostep")).as("%s", page).isNotEmpty();
        }
    }
}
