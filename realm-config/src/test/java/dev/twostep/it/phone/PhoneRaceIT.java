package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.TwoNodes;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can be done once is done once, on one node and on two. */
@ServerTest
final class PhoneRaceIT {

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 2, 4, 8})
    @DisplayName("P2: an approved request signs in once, though the page is sent twice, to one node")
    void finishOnOneNode(int milliseconds, Realm realm) {
        finish(new TwoNodes(realm, realm), Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 2, 4, 8})
    @DisplayName("P2: an approved request signs in once, though the page is sent twice, to two nodes")
    void finishOnTwoNodes(int milliseconds, TwoNodes nodes) {
        finish(nodes, Duration.ofMillis(milliseconds));
    }

    private static void finish(TwoNodes nodes, Duration apart) {
        Person person = nodes.first().newPerson();
        Phone phone = PhoneLogin.paired(nodes.first(), person);
        PhoneLogin login = new PhoneLogin(nodes.first());
        Page waiting = login.password(person);
        phone.at(nodes.second())
                .approve(phone.at(nodes.second()).newest(), PhoneLogin.number(waiting))
                .ok();
        Map<String, String> press = Map.of("continue", "true");
        List<Page> ends =
                Race.run(apart, () -> login.http().post(waiting.formActionOf("continue"), press), () -> login.http()
                        .post(nodes.second().here(waiting.formActionOf("continue")), press));
        assertThat(ends).allSatisfy(end -> assertThat(end.status()).isLessThan(500));
        assertThat(nodes.first().admin().events(person, "LOGIN").stream()
                        .filter(event ->
                                event.at("/details/credential_type").asText().equals("twostep-phone-app")))
                .as("%s", ends)
                .hasSize(1);
    }

    @Test
    @DisplayName("P2: of sixteen answers at once, to two nodes, one wins")
    void answers(TwoNodes nodes) {
        Person person = nodes.first().newPerson();
        Phone phone = PhoneLogin.paired(nodes.first(), person);
        PhoneLogin login = new PhoneLogin(nodes.first());
        String number = PhoneLogin.number(login.password(person));
        JsonNode request = phone.newest();
        List<ApiAnswer> answers = HttpLogin.atOnce(16, i -> {
            Phone there = i % 2 == 0 ? phone : phone.at(nodes.second());
            return i % 4 < 2 ? there.approve(request, number) : there.deny(request);
        });
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
    }

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 3, 6})
    @DisplayName("C2, attack 34: one login code signs in once, on two nodes")
    void loginCode(int milliseconds, TwoNodes nodes) {
        Person person = nodes.first().newPerson();
        Phone phone = PhoneLogin.paired(nodes.first(), person);
        PhoneLogin one = new PhoneLogin(nodes.first());
        PhoneLogin other = new PhoneLogin(nodes.second());
        Page first = one.press(one.password(person), "useCode");
        Page second = other.press(other.password(person), "useCode");
        Map<String, String> code = Map.of("code", phone.loginCode(0));
        List<Page> ends = Race.run(
                Duration.ofMillis(milliseconds),
                () -> one.http().post(first.formActionOf("code"), code),
                () -> other.http().post(second.formActionOf("code"), code));
        assertThat(ends).allSatisfy(end -> assertThat(end.status()).isLessThan(500));
        assertThat(ends.stream().filter(Page::isBackAtClient)).as("%s", ends).hasSize(1);
    }

    @Test
    @DisplayName("P7: of eight sign-ins at once, on two nodes, one reaches the phone")
    void oneRequest(TwoNodes nodes) {
        Person person = nodes.first().newPerson();
        Phone phone = PhoneLogin.paired(nodes.first(), person);
        List<Page> pages =
                HttpLogin.atOnce(8, i -> new PhoneLogin(i % 2 == 0 ? nodes.first() : nodes.second()).password(person));
        assertThat(pages).allSatisfy(page -> assertThat(page.status()).isLessThan(500));
        assertThat(phone.requests().body().path("requests")).hasSize(1);
        assertThat(pages.stream()
                        .filter(page -> !page.html().select("#twostep-number").isEmpty()))
                .hasSize(1);
    }

    @Test
    @DisplayName("P1: of two phones that scan at once one has the pairing; pressing twice adds it once")
    void pairing(Realm realm) {
        Person person = realm.newPerson();
        PhoneLogin login = new PhoneLogin(realm);
        Page scan = login.pairingPage(person);
        String token = PhoneLogin.token(scan);
        List<Phone> phones = List.of(new Phone(realm), new Phone(realm));
        List<ApiAnswer> claims = HttpLogin.atOnce(2, i -> phones.get(i).claim(token));
        assertThat(claims).extracting(ApiAnswer::status).containsExactlyInAnyOrder(201, 409);
        Phone winner = phones.get(claims.get(0).status() == 201 ? 0 : 1);
        Page trial = login.press(login.press(scan, "continue"), "confirm");
        winner.tryOut(PhoneLogin.number(trial)).ok();
        List<Page> ends = HttpLogin.atOnce(4, i -> login.press(trial, "continue"));
        assertThat(ends).allSatisfy(end -> assertThat(end.status()).isLessThan(500));
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).hasSize(1);
    }
}
