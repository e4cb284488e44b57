package dev.twostep.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.TwoNodes;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tests on two nodes say nothing if these are two servers that happen to share a database. */
@ServerTest
final class ClusterIT {

    @Test
    @DisplayName("Two nodes: the second one has joined the first")
    void oneView(Cluster cluster) throws IOException {
        assertThat(Files.readString(cluster.secondLog(), UTF_8)).containsPattern("cluster view .*\\(2\\)");
    }

    @Test
    @DisplayName("Two nodes: what one of them changes, the other one's cache of users forgets")
    void cachesAreCoherent(TwoNodes nodes) {
        Person person = nodes.first().newPerson();
        assertThat(firstName(nodes.second(), person)).isEqualTo("Test");

        nodes.first().admin().changeUser(person, user -> user.put("firstName", "Changed"));

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> firstName(nodes.second(), person)
                .equals("Changed"));
    }

    @Test
    @DisplayName(
            "Two nodes: a sign-in begun at one of them can be ended at the other, and the session is known to both")
    void sessionsAreShared(TwoNodes nodes) {
        Person person = nodes.first().newPerson();
        HttpLogin browser = new HttpLogin(nodes.first().demoWeb());
        Page password = browser.start();

        Page end = browser.post(nodes.second().here(password.formActionOf("password")), person.login());

        assertThat(end.isBackAtClient()).as("%s", end).isTrue();
        String sessions = "/users/" + person.id() + "/sessions";
        assertThat(nodes.first().admin().get(sessions)).hasSize(1);
        assertThat(nodes.second().admin().get(sessions)).hasSize(1);
    }

    private static String firstName(Realm realm, Person person) {
        return realm.admin().get("/users/" + person.id()).path("firstName").asText();
    }
}
