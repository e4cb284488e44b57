package dev.twostep.it.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.Page;
import dev.twostep.it.server.KeycloakRuntime;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S7: each limit that bites is a clear page, an event and a metric, and sends nothing. */
@ServerTest
final class SmsLimitsIT {

    @Test
    @DisplayName("S7: the limit per user")
    void perUser(@FreshRealm Realm realm, KeycloakRuntime server) throws Exception {
        bites(realm, server, "textsPerUserAndHour", "sends_per_user");
    }

    @Test
    @DisplayName("S7: the limit per number")
    void perNumber(@FreshRealm Realm realm, KeycloakRuntime server) throws Exception {
        bites(realm, server, "textsPerNumberAndHour", "sends_per_number");
    }

    @Test
    @DisplayName("S7: the limit per network address")
    void perAddress(@FreshRealm Realm realm, KeycloakRuntime server) throws Exception {
        bites(realm, server, "textsPerAddressAndHour", "sends_per_address");
    }

    @Test
    @DisplayName(
            "Wrong codes are counted over all sign-ins of a user; past the limit not even the right code is compared")
    void wrongCodes(@FreshRealm Realm realm) {
        realm.admin()
                .configureRequiredAction(
                        "twostep-add-phone", Map.of("gateways", "outbox", "wrongCodesPerUserAndHour", "3"));
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page page = login.password(person);
        String code = login.lastCode(person);
        for (int i = 0; i < 3; i++) {
            page = login.code(page, TextLogin.otherThan(code));
        }
        page = login.code(page, code);
        assertThat(page.isBackAtClient()).as("%s", page).isFalse();
        assertThat(errors(realm, person)).contains("twostep_limited");
    }

    /** One text, for the enrolment, is allowed; the sign-in's is refused. */
    private static void bites(Realm realm, KeycloakRuntime server, String setting, String label) throws Exception {
        realm.admin().configureRequiredAction("twostep-add-phone", Map.of("gateways", "outbox", setting, "1"));
        Person person = SmsSignInIT.enrolled(realm);
        int texts = realm.outbox().messagesTo(person.phone()).size();
        double before = counted(server, label);
        Page page = new TextLogin(realm).password(person);
        assertThat(page.asksFor("code")).as("%s", page).isFalse();
        assertThat(page.html().select("[role=alert], .pf-v5-c-alert"))
                .as("%s", page)
                .isNotEmpty();
        assertThat(errors(realm, person)).contains("twostep_limited");
        assertThat(counted(server, label)).isGreaterThan(before);
        assertThat(realm.outbox().messagesTo(person.phone())).hasSize(texts);
    }

    private static List<String> errors(Realm realm, Person person) {
        return realm.admin().events(person, "LOGIN_ERROR").stream()
                .map((JsonNode event) -> event.path("error").asText())
                .toList();
    }

    private static double counted(KeycloakRuntime server, String label) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.management().resolve("/metrics")).build();
        String metrics = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString(UTF_8))
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("twostep_limited_total{") && line.contains("limit=\"" + label + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
