package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3, L6: one number for each user, whatever happens to it at the same moment. */
@ServerTest
final class SmsChangeRaceIT {

    private static final Map<String, String> ADD_PHONE = Map.of("kc_action", "twostep-add-phone");
    private static final String NOT_SAVED = "Your number was not saved";

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName(
            "L6: of two first enrolments on the password alone one is stored and shown a backup code, the other is told")
    void twoFirst(int milliseconds, Realm realm) {
        Person person = realm.newPerson();
        Proof one = first(realm, person);
        Proof other = first(realm, person);

        List<Page> ends = Race.run(Duration.ofMillis(milliseconds), one::confirm, other::confirm);

        int winner = theOne(ends, end -> end.backupCode().isPresent());
        Page loser = ends.get(1 - winner);
        if (loser.status() == 400) {
            assertThat(loser.heading()).as("it came after the other had ended").isEqualTo("Please sign in again");
        } else {
            told(loser);
        }
        assertThat(number(realm, person)).endsWith((winner == 0 ? one : other).lastDigits());
    }

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("S3: of two changes at once one is stored; the phones are told of it, and of nothing else")
    void twoChanges(int milliseconds, Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        Proof one = change(realm, person);
        Proof other = change(realm, person);
        int before = realm.outbox().messagesTo(person.phone()).size();

        List<Page> ends = Race.run(Duration.ofMillis(milliseconds), one::confirm, other::confirm);

        int winner = theOne(ends, Page::isBackAtClient);
        assertThat(ends.get(winner).answer()).containsEntry("kc_action_status", "success");
        told(ends.get(1 - winner));
        Proof stored = winner == 0 ? one : other;
        Proof lost = winner == 0 ? other : one;
        assertThat(number(realm, person)).endsWith(stored.lastDigits());
        assertThat(realm.outbox().await(person.phone(), before + 1).body()).contains(stored.lastDigits());
        realm.outbox().await(stored.number(), 2);
        assertThat(realm.outbox().messagesTo(person.phone())).hasSize(before + 1);
        assertThat(realm.outbox().messagesTo(lost.number()))
                .as("its code alone")
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName(
            "S3: a change while an admin deletes the number is stored and then deleted, or told that it came too late")
    void againstDelete(int milliseconds, Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        Proof proof = change(realm, person);
        String id = numbers(realm, person).get(0).path("id").asText();

        List<Page> ends = Race.run(Duration.ofMillis(milliseconds), proof::confirm, () -> {
            realm.admin().deleteCredential(person, id);
            return null;
        });

        assertThat(numbers(realm, person)).isEmpty();
        if (!ends.get(0).isBackAtClient()) {
            told(ends.get(0));
            assertThat(realm.outbox().messagesTo(proof.number()))
                    .as("its code alone")
                    .hasSize(1);
        }
    }

    /** A browser that has typed a number, and the code that it got. */
    private record Proof(TextLogin login, Page pageBefore, String number, String code) {

        Page confirm() {
            return login.code(pageBefore, code);
        }

        String lastDigits() {
            return number.substring(number.length() - 2);
        }
    }

    private static Proof first(Realm realm, Person person) {
        TextLogin login = new TextLogin(realm);
        login.http().seeingBackupCodes();
        return proof(realm, login, login.password(person, ADD_PHONE));
    }

    private static Proof change(Realm realm, Person person) {
        TextLogin login = new TextLogin(realm);
        Page factor = login.password(person, ADD_PHONE);
        return proof(realm, login, login.code(factor, login.lastCode(person)));
    }

    private static Proof proof(Realm realm, TextLogin login, Page ask) {
        String number = Person.nextPhone();
        Page page = login.enterNumber(ask, number);
        return new Proof(login, page, number, realm.outbox().await(number, 1).code());
    }

    private static int theOne(List<Page> ends, Predicate<Page> won) {
        assertThat(ends).filteredOn(won).as("%s", ends).hasSize(1);
        return won.test(ends.get(0)) ? 0 : 1;
    }

    private static void told(Page loser) {
        assertThat(loser.status()).as("%s", loser).isEqualTo(200);
        assertThat(loser.heading()).as("%s", loser).isEqualTo(NOT_SAVED);
        assertThat(loser.asksFor("number")).as("%s", loser).isFalse();
    }

    private static String number(Realm realm, Person person) {
        List<JsonNode> numbers = numbers(realm, person);
        assertThat(numbers).hasSize(1);
        return numbers.get(0).path("userLabel").asText();
    }

    private static List<JsonNode> numbers(Realm realm, Person person) {
        return realm.admin().credentials(person, "twostep-sms");
    }
}
