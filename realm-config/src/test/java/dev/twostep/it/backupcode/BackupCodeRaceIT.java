package dev.twostep.it.backupcode;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.TwoNodes;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * B3, attack 5: the same right code from two browsers, the later 0 to 8 ms behind, which is where a code that is read, compared
 * and then written is spent twice. {@code -Dtwostep.races=} says how many on each side.
 */
@ServerTest
final class BackupCodeRaceIT {

    private static final int RACES = Integer.getInteger("twostep.races", 25);
    private static final int CODES = 5;
    private static final int MOST_MILLISECONDS_APART = 8;

    private final SoftAssertions results = new SoftAssertions();

    @Test
    @DisplayName(
            "B3: the same right code in two browsers at one node signs in one of them, and the other is told why not")
    void oneNode(@FreshRealm Realm realm) {
        race(new TwoNodes(realm, realm));
    }

    @Test
    @DisplayName("B3: so it is where Keycloak's brute-force protection is off, and both get as far as the codes")
    void unprotected(@FreshRealm Realm realm) {
        realm.admin().change(json -> json.put("bruteForceProtected", false));
        race(new TwoNodes(realm, realm));
    }

    @Test
    @DisplayName(
            "B3: the same right code in two browsers at two nodes signs in one of them, and the other is told why not")
    void twoNodes(@FreshRealm TwoNodes nodes) {
        race(nodes);
    }

    private void race(TwoNodes nodes) {
        prepare(nodes.first());
        int race = 0;
        while (race < RACES) {
            Person person = nodes.first().newPerson();
            List<String> codes = new BackupLogin(nodes.first()).enrolWithCodes(person, CODES);
            for (int i = 0; i < CODES && race < RACES; i++, race++) {
                // at two nodes each of them is the earlier one half of the time
                TwoNodes order = race % 2 == 0 ? nodes : nodes.swapped();
                int apart = race % (MOST_MILLISECONDS_APART + 1);
                oneRace(order, person, i + 1, codes.get(i), Duration.ofMillis(apart));
            }
        }
        results.assertAll();
    }

    private void oneRace(TwoNodes nodes, Person person, int number, String code, Duration apart) {
        String race = "code " + number + ", " + apart.toMillis() + " ms apart: ";
        List<BackupLogin> browsers = List.of(new BackupLogin(nodes.first()), new BackupLogin(nodes.second()));
        List<Page> asking =
                browsers.stream().map(browser -> browser.password(person)).toList();
        List<Page> ends = Race.run(apart, () -> browsers.get(0).enter(asking.get(0), code), () -> browsers.get(1)
                .enter(asking.get(1), code));
        List<Page> losers = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            Page end = ends.get(i);
            if (isAccepted(end)) {
                Page client = browsers.get(i).leave(end);
                results.assertThat(client.isBackAtClient()).as(race + client).isTrue();
            } else {
                losers.add(end);
            }
        }
        results.assertThat(losers).as(race + ends).hasSize(1);
        for (Page loser : losers) {
            results.assertThat(loser.status()).as(race + loser).isLessThan(500);
            // at one node Keycloak itself lets only one of them through to us
            results.assertThat(loser.text())
                    .as(race)
                    .containsAnyOf(
                            "You have already used this code, number " + number,
                            "Two sign-ins to your account arrived at the same moment");
        }
    }

    private static boolean isAccepted(Page page) {
        return page.asksFor("done") || page.backupCode().isPresent() || page.isBackAtClient();
    }

    /** What is not raced is made quick: thousands of sign-ins from one address, with passwords that are of no interest here. */
    private static void prepare(Realm realm) {
        realm.admin().change(json -> json.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)"));
        realm.admin()
                .configureRequiredAction(
                        "twostep-add-phone", Map.of("gateways", "outbox", "textsPerAddressAndHour", "100000"));
    }
}
