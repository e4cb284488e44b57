package dev.twostep.it.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the shipped realm does about guessing. */
@ServerTest
final class BruteForceIT {

    @Test
    @DisplayName("Five wrong passwords lock the account, even for the right one")
    void fiveWrongPasswords(Realm realm) {
        Person person = realm.newPerson();
        HttpLogin login = new HttpLogin(realm.demoWeb());
        Page page = login.start();
        for (int wrong = 1; wrong <= 5; wrong++) {
            int failures = wrong;
            page = login.submit(page, person.login("guess " + wrong));
            // Keycloak counts in the background.
            await().until(() ->
                    realm.admin().bruteForce(person).path("numFailures").asInt() == failures);
        }

        Page right = login.submit(page, person.login());

        assertThat(right.isBackAtClient()).isFalse();
        assertThat(realm.admin().bruteForce(person).path("disabled").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("Two quick wrong passwords do not lock: only the count does")
    void quickFailuresAreJustFailures(Realm realm) {
        Person person = realm.newPerson();
        HttpLogin login = new HttpLogin(realm.demoWeb());

        Page first = login.submit(login.start(), person.login("guess 1"));
        Page second = login.submit(first, person.login("guess 2"));
        Page right = login.submit(second, person.login());

        assertThat(right.isBackAtClient()).isTrue();
    }
}
