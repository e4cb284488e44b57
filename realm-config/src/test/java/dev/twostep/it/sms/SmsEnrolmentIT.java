package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S3, L6: adding, changing and deleting the number. */
@ServerTest
final class SmsEnrolmentIT {

    private static final Map<String, String> ADD_PHONE = Map.of("kc_action", "twostep-add-phone");

    @Test
    @DisplayName("S3: a proven number is stored, masked where anyone can read it")
    void added(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        List<JsonNode> numbers = realm.admin().credentials(person, "twostep-sms");
        assertThat(numbers).hasSize(1);
        String all = numbers.get(0).toString();
        assertThat(all).doesNotContain(person.phone().substring(3, 9));
        assertThat(numbers.get(0).path("userLabel").asText())
                .endsWith(person.phone().substring(person.phone().length() - 2));
        assertThat(realm.admin().events(person, "UPDATE_CREDENTIAL"))
                .filteredOn(
                        event -> event.at("/details/credential_type").asText().equals("twostep-sms"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "IN,'',Enter",
        "IN,12345,short",
        "IN,98765432109876543,long",
        "US,18005550123,",
        "GB,02071838750,",
        "IN,hello,",
        "'',9876543210,",
    })
    @DisplayName("S3: a number that cannot work is refused with what was typed still there, and nothing is sent")
    void badNumbers(String country, String number, String hint, Realm realm) {
        Person person = realm.newPerson();
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page page = http.submit(http.start(ADD_PHONE), person.login());
        Page again = http.submit(page, Map.of("country", country, "number", number));
        assertThat(again.asksFor("number")).as("%s", again).isTrue();
        assertThat(again.html().selectFirst("[name=number]").attr("value")).isEqualTo(number);
        assertThat(again.html().select("[aria-invalid=true]")).as("%s", again).isNotEmpty();
        if (hint != null) {
            assertThat(again.text().toLowerCase(Locale.ROOT)).contains(hint.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    @DisplayName("S3: a changed number counts only once its code was entered; both phones are told")
    void changed(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        String next = Person.nextPhone();
        String credential = realm.admin()
                .credentials(person, "twostep-sms")
                .get(0)
                .path("id")
                .asText();
        TextLogin login = new TextLogin(realm);
        Page factor = login.password(person, ADD_PHONE);
        assertThat(factor.asksFor("country")).as("L6: the present factor first").isFalse();
        Page number = login.code(factor, login.lastCode(person));
        assertThat(number.asksFor("country")).as("%s", number).isTrue();
        Page prove = login.enterNumber(number, next);
        String code = realm.outbox().await(next, 1).code();
        assertThat(label(realm, person))
                .endsWith(person.phone().substring(person.phone().length() - 2));
        assertThat(login.code(prove, code).answer()).containsEntry("kc_action_status", "success");
        assertThat(label(realm, person)).endsWith(next.substring(next.length() - 2));
        assertThat(realm.admin()
                        .credentials(person, "twostep-sms")
                        .get(0)
                        .path("id")
                        .asText())
                .as("the same credential: what hangs on the factor stays alive")
                .isEqualTo(credential);
        assertThat(realm.outbox().await(next, 2).body()).doesNotContain(code);
        int texts = realm.outbox().messagesTo(person.phone()).size();
        assertThat(realm.outbox().await(person.phone(), texts).body()).contains(next.substring(next.length() - 2));
    }

    @Test
    @DisplayName("L6: an enrolment that was begun on the password alone does not replace a number proven since")
    void leftOpen(Realm realm) {
        Person person = realm.newPerson();
        String foreign = Person.nextPhone();
        TextLogin open = new TextLogin(realm);
        Page prove = open.enterNumber(open.password(person, ADD_PHONE), foreign);
        String code = realm.outbox().await(foreign, 1).code();
        new TextLogin(realm).enrol(person);

        Page end = open.code(prove, code);

        assertThat(end.heading()).as("%s", end).isEqualTo("Please sign in again");
        assertThat(end.status()).isEqualTo(400);
        assertThat(end.asksFor("number")).as("%s", end).isFalse();
        assertThat(label(realm, person))
                .endsWith(person.phone().substring(person.phone().length() - 2));
    }

    @Test
    @DisplayName("S3: a number that was proven after another window changed it meanwhile is not stored, and says so")
    void overtaken(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin slow = new TextLogin(realm);
        String late = Person.nextPhone();
        Page prove = slow.enterNumber(slow.code(slow.password(person, ADD_PHONE), slow.lastCode(person)), late);
        String code = realm.outbox().await(late, 1).code();
        TextLogin quick = new TextLogin(realm);
        String next = Person.nextPhone();
        Page other = quick.enterNumber(quick.code(quick.password(person, ADD_PHONE), quick.lastCode(person)), next);
        quick.code(other, realm.outbox().await(next, 1).code());

        Page end = slow.code(prove, code);

        assertThat(end.heading()).as("%s", end).isEqualTo("Your number was not saved");
        assertThat(label(realm, person)).endsWith(next.substring(next.length() - 2));
        assertThat(realm.outbox().messagesTo(late)).hasSize(1);
        assertThat(realm.admin().events(person, "UPDATE_CREDENTIAL_ERROR"))
                .extracting(event -> event.path("error").asText())
                .contains("twostep_changed_elsewhere");
    }

    @Test
    @DisplayName("Attack 8: the code of a sign-in does not prove a number, and the other way round")
    void purposeBound(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page factor = login.password(person, ADD_PHONE);
        String signInCode = login.lastCode(person);
        Page number = login.code(factor, signInCode);
        String next = Person.nextPhone();
        Page prove = login.enterNumber(number, next);
        String proof = realm.outbox().await(next, 1).code();
        if (!proof.equals(signInCode)) {
            Page refused = login.code(prove, signInCode);
            assertThat(refused.asksFor("code")).as("%s", refused).isTrue();
        }
        assertThat(label(realm, person))
                .endsWith(person.phone().substring(person.phone().length() - 2));
    }

    @Test
    @DisplayName("L6: deleting the number asks for it first; afterwards the password suffices again")
    void deleted(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        String id = realm.admin()
                .credentials(person, "twostep-sms")
                .get(0)
                .path("id")
                .asText();
        TextLogin login = new TextLogin(realm);
        Page factor = login.password(person, Map.of("kc_action", "delete_credential:" + id));
        assertThat(factor.asksFor("code")).as("%s", factor).isTrue();
        Page confirm = login.code(factor, login.lastCode(person));
        Page end = login.http().submit(confirm, Map.of("accept", ""));
        assertThat(end.isBackAtClient()).as("%s", end).isTrue();
        assertThat(realm.admin().credentials(person, "twostep-sms")).isEmpty();
        assertThat(new TextLogin(realm).password(person).isBackAtClient()).isTrue();
    }

    private static String label(Realm realm, Person person) {
        return realm.admin()
                .credentials(person, "twostep-sms")
                .get(0)
                .path("userLabel")
                .asText();
    }
}
