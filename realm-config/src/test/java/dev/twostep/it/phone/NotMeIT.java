package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Tokens;
import dev.twostep.it.mail.Mail;
import dev.twostep.it.mail.Mailbox;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P6: "this wasn't me". */
@ServerTest
final class NotMeIT {

    @Test
    @DisplayName(
            "P6: it ends the sign-in, silences the phone, asks for a new password, tells the user by mail, and raises an event")
    void pending(@FreshRealm Realm realm, Mailbox mailbox) {
        mailbox.serve(realm);
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        phone.notMe(request).ok();

        Page stopped = login.press(waiting, "continue");
        assertThat(stopped.isBackAtClient()).isFalse();
        assertThat(phone.approve(request, PhoneLogin.number(waiting)).error()).isEqualTo("already_answered");
        Mail mail = mailbox.await(person, 1);
        assertThat(mail.subject()).contains("stopped a sign-in");
        assertThat(mail.text()).contains(person.username());
        assertThat(realm.admin()
                        .get("/users/" + person.id())
                        .path("requiredActions")
                        .toString())
                .contains("UPDATE_PASSWORD");
        assertThat(realm.admin().events(person, "LOGIN_ERROR"))
                .extracting(event -> event.path("error").asText())
                .contains("twostep_reported");
        Page next = new PhoneLogin(realm).password(person);
        assertThat(next.html().select("#twostep-number")).as("%s", next).isEmpty();
        assertThat(phone.requests().body().path("requests")).hasSize(1);
    }

    @Test
    @DisplayName("P6, A5: said after it was approved, it ends the session that came of it, and temporary passwords")
    void afterwards(Realm realm) {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        phone.approve(phone.newest(), PhoneLogin.number(waiting)).ok();
        Tokens tokens = login.tokens(login.press(waiting, "continue"));
        assertThat(refresh(realm, tokens)).isEqualTo(200);

        phone.notMe(phone.newest()).ok();
        assertThat(refresh(realm, tokens)).isEqualTo(400);
        assertThat(phone.newest().path("status").asText()).isEqualTo("reported");
        assertThat(phone.notMe(phone.newest()).error()).isEqualTo("invalid_answer");
    }

    @Test
    @DisplayName(
            "P6: said after it was approved and before there is a session, it ends the sign-in on whatever page it stands, and nothing is enrolled there")
    void beforeTheSession(Realm realm) {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person, Map.of("kc_action", "twostep-pair-phone-app"));
        phone.approve(phone.newest(), PhoneLogin.number(waiting)).ok();
        Page scan = login.press(waiting, "continue");
        Phone stranger = new Phone(realm);
        stranger.claim(PhoneLogin.token(scan)).ok();

        phone.notMe(phone.newest()).ok();
        Page over = login.press(scan, "continue");
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.isBackAtClient()).isFalse();
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).hasSize(1);
        assertThat(realm.admin().events(person, "LOGIN").stream()
                        .filter(event ->
                                event.at("/details/credential_type").asText().equals("twostep-phone-app")))
                .isEmpty();
    }

    @Test
    @DisplayName("P6: a realm may do without the new password")
    void withoutNewPassword(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-pair-phone-app", Map.of("newPasswordAfterReport", "false"));
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        new PhoneLogin(realm).password(person);
        phone.notMe(phone.newest()).ok();
        assertThat(realm.admin()
                        .get("/users/" + person.id())
                        .path("requiredActions")
                        .toString())
                .doesNotContain("UPDATE_PASSWORD");
    }

    private static int refresh(Realm realm, Tokens tokens) {
        return realm.demoWeb()
                .token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()))
                .statusCode();
    }
}
