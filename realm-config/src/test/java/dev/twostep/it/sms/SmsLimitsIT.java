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
    @DisplayName("S7: the limit per number, apart from that of whoever adds it")
    void perNumber(@FreshRealm Realm realm, KeycloakRuntime server) throws Exception {
        realm.admin()
                .configureRequiredAction(
                        "twostep-add-phone", Map.of("gateways", "outbox", "textsPerNumberAndHour", "1"));
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        login.code(login.password(person), login.lastCode(person));
        refused(realm, server, person, "sends_per_number");
    }

    @Test
    @DisplayName("Attack 32: texts of strangers who add the number stop no sign-in with it, and are limited themselves")
    void strangersStopNobody(@FreshRealm Realm realm) {
        realm.admin()
                .configureRequiredAction(
                        "twostep-add-phone", Map.of("gateways", "outbox", "textsPerNumberAndHour", "4"));
        Person person = SmsSignInIT.enrolled(realm);
        assertThat(add(realm, person.phone()).asksFor("code")).isTrue();
        Page limited = add(realm, person.phone());
        assertThat(limited.asksFor("code")).as("%s", limited).isFalse();
        assertThat(limited.html().select("[role=alert]")).as("%s", limited).isNotEmpty();
        realm.outbox().await(person.phone(), 2);
        TextLogin login = new TextLogin(realm);
        Page page = login.password(person);
        assertThat(page.asksFor("code")).as("%s", page).isTrue();
        assertThat(login.code(page, realm.outbox().await(person.phone(), 3).code())
                        .isBackAtClient())
                .isTrue();
    }

    @Test
    @DisplayName("Attack 14: a stranger who adds a number is not told that somebody has just signed in with it")
    void strangersLearnNothing(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        new TextLogin(realm).password(person);
        Page known = add(realm, person.phone());
        Page unknown = add(realm, Person.nextPhone());
        assertThat(known.asksFor("code")).as("%s", known).isTrue();
        assertThat(words(known)).isEqualTo(words(unknown));
    }

    /** What somebody without a number sees who types this one. */
    private static Page add(Realm realm, String number) {
        TextLogin login = new TextLogin(realm);
        return login.enterNumber(login.password(realm.newPerson(), Map.of("kc_action", "twostep-add-phone")), number);
    }

    private static String words(Page page) {
        return page.text().replaceAll("[0-9]", "");
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
        refused(realm, server, SmsSignInIT.enrolled(realm), label);
    }

    private static void refused(Realm realm, KeycloakRuntime server, Person person, String label) throws Exception {
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
