package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S1, S2, S8: the code page and what it sends. */
@ServerTest
final class SmsSignInIT {

    @Test
    @DisplayName("S1, K4: after the password the texted code signs in, with acr 2 and amr pwd and sms")
    void signsIn(Realm realm) {
        Person person = enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person);
        assertThat(code.asksFor("code")).as("%s", code).isTrue();
        Page end = login.code(code, login.lastCode(person));
        Tokens tokens = login.tokens(end);
        assertThat(tokens.idToken().path("acr").asText()).isEqualTo("2");
        assertThat(tokens.idToken().path("amr"))
                .extracting(method -> method.asText())
                .contains("pwd", "sms");
        assertThat(realm.admin()
                        .events(person, "LOGIN")
                        .get(0)
                        .at("/details/credential_type")
                        .asText())
                .isEqualTo("twostep-sms");
        assertThat(realm.admin().events(person, "CUSTOM_REQUIRED_ACTION"))
                .extracting(event -> event.at("/details/custom_required_action").asText())
                .filteredOn("twostep-text-sent"::equals)
                .as("one text to prove the number, one to sign in")
                .hasSize(2);
    }

    @Test
    @DisplayName("S1: a code typed with spaces, hyphens or Gujarati digits is read as it is meant")
    void forgiving(Realm realm) {
        Person person = enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person);
        StringBuilder typed = new StringBuilder(" ");
        for (char digit : login.lastCode(person).toCharArray()) {
            typed.append((char) ('૦' + (digit - '0'))).append(typed.length() == 7 ? " - " : " ");
        }
        assertThat(login.code(code, typed.toString()).isBackAtClient()).isTrue();
    }

    @Test
    @DisplayName("S1: an empty or malformed code is told apart from a wrong one and costs no try")
    void malformed(Realm realm) {
        Person person = enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person);
        for (int i = 0; i < 7; i++) {
            code = login.code(code, i % 2 == 0 ? "" : "12 34 5");
            assertThat(code.asksFor("code")).as("%s", code).isTrue();
        }
        assertThat(login.code(code, login.lastCode(person)).isBackAtClient()).isTrue();
        assertThat(realm.admin().bruteForce(person).path("numFailures").asInt()).isZero();
    }

    @Test
    @DisplayName("S2: reloading the page, a second tab and signing in anew in the same browser send nothing")
    void reloadSendsNothing(Realm realm) {
        Person person = enrolled(realm);
        int before = realm.outbox().messagesTo(person.phone()).size();
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person);
        String digits = login.lastCode(person);
        for (int i = 0; i < 3; i++) {
            Page reloaded = login.reload(code);
            assertThat(reloaded.asksFor("code")).as("%s", reloaded).isTrue();
        }
        Page secondTab = login.password(person);
        assertThat(secondTab.asksFor("code")).as("%s", secondTab).isTrue();
        Page early = login.resend(secondTab);
        assertThat(early.text()).containsPattern("2:00|1:5[0-9]");
        assertThat(login.code(early, digits).isBackAtClient()).isTrue();
        assertThat(realm.outbox().messagesTo(person.phone())).hasSize(before + 1);
    }

    @Test
    @DisplayName("S2: sending again after the wait repeats the same code")
    void sendAgain(@FreshRealm Realm realm) {
        realm.admin()
                .configureRequiredAction("twostep-add-phone", Map.of("gateways", "outbox", "resendWaitSeconds", "1"));
        Person person = enrolled(realm);
        int before = realm.outbox().messagesTo(person.phone()).size();
        TextLogin login = new TextLogin(realm);
        AtomicReference<Page> page = new AtomicReference<>(login.password(person));
        String first = realm.outbox().await(person.phone(), before + 1).code();
        Page again = Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> page.updateAndGet(login::resend),
                        shown -> realm.outbox().messagesTo(person.phone()).size() > before + 1);
        assertThat(realm.outbox().await(person.phone(), before + 2).code()).isEqualTo(first);
        assertThat(login.code(again, first).isBackAtClient()).isTrue();
    }

    @Test
    @DisplayName(
            "S8: in another browser within the wait, the page shows the wait and sends nothing; its own code is needed")
    void otherBrowserWaits(Realm realm) {
        Person person = enrolled(realm);
        TextLogin first = new TextLogin(realm);
        first.password(person);
        String code = first.lastCode(person);
        int texts = realm.outbox().messagesTo(person.phone()).size();
        TextLogin other = new TextLogin(realm);
        Page waiting = other.password(person);
        assertThat(waiting.asksFor("code")).as("%s", waiting).isFalse();
        assertThat(waiting.asksFor("resend")).isTrue();
        Page forged = other.http().post(waiting.formActionOf("resend"), Map.of("code", code));
        assertThat(forged.isBackAtClient()).as("%s", forged).isFalse();
        assertThat(realm.outbox().messagesTo(person.phone())).hasSize(texts);
    }

    @Test
    @DisplayName("S1: the same right code posted by four requests at once signs in once")
    void rightCodeAtOnce(Realm realm) {
        Person person = enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person);
        String digits = login.lastCode(person);
        long before = TextLogin.signIns(realm, person);
        List<Page> ends = HttpLogin.atOnce(4, i -> login.code(code, digits));
        assertThat(TextLogin.signIns(realm, person)).as("%s", ends).isEqualTo(before + 1);
        // a late one may find its browser signed in already, and comes back in the same session
        assertThat(ends.stream()
                        .filter(end -> end.answer().containsKey("code"))
                        .map(end -> end.answer().get("session_state"))
                        .distinct())
                .hasSize(1);
    }

    static Person enrolled(Realm realm) {
        Person person = realm.newPerson();
        new TextLogin(realm).enrol(person);
        return person;
    }
}
