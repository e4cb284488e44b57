package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** K4 and attacks 1 to 3: guessing. */
@ServerTest
final class SmsGuessingIT {

    @Test
    @DisplayName("K4: five wrong codes over three tabs lock the account as five wrong passwords do")
    void fiveWrongCodesLock(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        List<Page> tabs = new ArrayList<>();
        for (int tab = 0; tab < 3; tab++) {
            tabs.add(login.password(person));
        }
        String code = login.lastCode(person);
        for (int i = 0; i < 5; i++) {
            int tab = i % 3;
            tabs.set(tab, login.code(tabs.get(tab), TextLogin.otherThan(code)));
            awaitFailures(realm, person, i + 1);
        }
        awaitLock(realm, person);
        Page locked = login.code(tabs.get(0), code);
        assertThat(locked.isBackAtClient()).as("%s", locked).isFalse();
        long refused = refusedByLock(realm, person);
        assertThat(login.resend(tabs.get(2)).isBackAtClient()).isFalse();
        assertThat(refusedByLock(realm, person))
                .as("a locked account is not texted, either")
                .isEqualTo(refused + 1);
        assertThat(new TextLogin(realm).password(person).asksFor("password")).isTrue();
    }

    @Test
    @DisplayName("Attack 3: of eight parallel guesses of one code never more than five are compared")
    void parallelGuesses(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        List<Page> tabs = new ArrayList<>();
        for (int tab = 0; tab < 8; tab++) {
            tabs.add(login.password(person));
        }
        String code = login.lastCode(person);
        HttpLogin.atOnce(8, tab -> login.code(tabs.get(tab), TextLogin.otherThan(code)));
        assertThat(realm.admin().events(person, "LOGIN_ERROR").stream()
                        .filter(event -> event.path("error").asText().equals("invalid_user_credentials")))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    @DisplayName("Enrolment guesses are capped: five wrong codes end it, the right one after them included")
    void enrolmentGuesses(Realm realm) {
        Person person = realm.newPerson();
        TextLogin login = new TextLogin(realm);
        HttpLogin http = login.http();
        Page page = http.submit(http.start(Map.of("kc_action", "twostep-add-phone")), person.login());
        page = login.enterNumber(page, person.phone());
        String code = login.lastCode(person);
        for (int i = 0; i < 5; i++) {
            page = login.code(page, TextLogin.otherThan(code));
        }
        page = http.post(page.formActionOf("changeNumber"), Map.of("code", code));
        assertThat(page.isBackAtClient()).as("%s", page).isFalse();
        assertThat(realm.admin().credentials(person, "twostep-sms")).isEmpty();
    }

    private static long refusedByLock(Realm realm, Person person) {
        return realm.admin().events(person, "LOGIN_ERROR").stream()
                .filter(event -> event.path("error").asText().equals("user_temporarily_disabled"))
                .count();
    }

    /** Keycloak counts in the background, and meanwhile refuses the next guess uncounted. */
    private static void awaitFailures(Realm realm, Person person, int failures) {
        Awaitility.await(failures + " failures")
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        realm.admin().bruteForce(person).path("numFailures").asInt() == failures);
    }

    static void awaitLock(Realm realm, Person person) {
        Awaitility.await("the lock")
                .atMost(Duration.ofSeconds(5))
                .until(() -> realm.admin().bruteForce(person).path("disabled").asBoolean());
    }
}
