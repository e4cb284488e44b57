package dev.twostep.it.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.Page;
import dev.twostep.it.outbox.OutboxMessage;
import dev.twostep.it.server.FakeHttpGateway;
import dev.twostep.it.server.FakeTwilio;
import dev.twostep.it.server.KeycloakRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** K3, K4: the gateways inside a real server, with their settings from the server's options. */
@ServerTest
final class GatewaysIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    @DisplayName("K4: a code that went out by Twilio proves the number")
    void twilio(@FreshRealm Realm realm, FakeTwilio twilio) {
        Person person = realm.newPerson();
        TextLogin login = new TextLogin(realm);
        Page code = askForCode(realm, login, person, Map.of("gateways", "twilio"));

        LoggedRequest request =
                await(() -> twilio.requestsFor(person.phone()), 1).get(0);
        assertThat(request.getHeader("Authorization"))
                .isEqualTo(basic("SK00000000000000000000000000000002:secret-of-the-fake-twilio"));
        assertThat(request.formParameter("MessagingServiceSid").firstValue())
                .isEqualTo("MG00000000000000000000000000000003");
        assertThat(Integer.parseInt(request.formParameter("ValidityPeriod").firstValue()))
                .isBetween(200, 300);
        String text = request.formParameter("Body").firstValue();
        assertThat(login.code(code, digits(person, text)).answer()).containsEntry("kc_action_status", "success");
    }

    @Test
    @DisplayName("Attack 29: a server error of Twilio's leads to one request, not four, and to no other gateway")
    void serverError(@FreshRealm Realm realm, FakeTwilio twilio, FakeHttpGateway http) {
        Person person = realm.newPerson();
        twilio.breakDown(person.phone(), 503);
        askForCode(realm, new TextLogin(realm), person, Map.of("gateways", "twilio,http,outbox"));

        await(() -> twilio.requestsFor(person.phone()), 1);
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> twilio.requestsFor(person.phone()).size() == 1
                        && http.requestsFor(person.phone()).isEmpty()
                        && realm.outbox().messagesTo(person.phone()).isEmpty());
    }

    @Test
    @DisplayName("K4: 'too many requests' passes the text on to the next gateway, which is an HTTP service")
    void nextGateway(@FreshRealm Realm realm, FakeTwilio twilio, FakeHttpGateway http) {
        Person person = realm.newPerson();
        twilio.refuse(person.phone(), 429, 20429);
        TextLogin login = new TextLogin(realm);
        Page code = askForCode(realm, login, person, Map.of("gateways", "twilio,http"));

        LoggedRequest request = await(() -> http.requestsFor(person.phone()), 1).get(0);
        assertThat(twilio.requestsFor(person.phone())).hasSize(2);
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer token-of-the-fake-gateway");
        assertThat(request.getHeader("X-Team")).isEqualTo("sign in");
        JsonNode body = Json.read(request.getBodyAsString());
        assertThat(body.path("to").asText()).isEqualTo(person.phone());
        assertThat(login.code(code, digits(person, body.path("text").asText())).answer())
                .containsEntry("kc_action_status", "success");
    }

    @Test
    @DisplayName(
            "K3: a realm's secret in clear is not used and named by its key; one that the vault lacks ends sending")
    void realmSettings(@FreshRealm Realm realm, FakeTwilio twilio, KeycloakRuntime server) throws IOException {
        Person first = realm.newPerson();
        askForCode(
                realm,
                new TextLogin(realm),
                first,
                Map.of("gateways", "twilio", "twilio.api-secret", "secret-in-the-realm"));
        assertThat(await(() -> twilio.requestsFor(first.phone()), 1).get(0).getHeader("Authorization"))
                .isEqualTo(basic("SK00000000000000000000000000000002:secret-of-the-fake-twilio"));

        Person second = realm.newPerson();
        askForCode(
                realm,
                new TextLogin(realm),
                second,
                Map.of("gateways", "twilio", "twilio.api-secret", "${vault.nothing}"));
        awaitLog(server, "TWOSTEP-SMS-4: gateway twilio of realm " + realm.name() + ": api-secret: missing");
        assertThat(twilio.requestsFor(second.phone())).isEmpty();
        awaitLog(server, "TWOSTEP-SMS-4: gateway twilio of realm " + realm.name() + ": api-secret: ignored");
        try (Stream<String> lines = Files.lines(server.log(), UTF_8)) {
            assertThat(lines.filter(line -> line.contains("TWOSTEP")))
                    .noneMatch(line -> line.contains("secret-in-the-realm"));
        }
    }

    @Test
    @DisplayName("The outbox shows a realm's own texts, to a person and to a test, and is not stored by a browser")
    void outbox(@FreshRealm Realm realm, @FreshRealm Realm other) throws Exception {
        Person person = realm.newPerson();
        askForCode(realm, new TextLogin(realm), person, Map.of("gateways", "outbox"));
        String code = realm.outbox().await(person.phone()).code();

        HttpResponse<String> page = get(realm, "text/html");
        assertThat(page.body()).contains(person.phone()).contains(code);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(get(realm, "application/json").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(get(other, "text/html").body()).doesNotContain(person.phone());
    }

    @Test
    @DisplayName("The outbox is not there where the realm's policy does not name it")
    void noOutbox(@FreshRealm Realm realm) throws Exception {
        realm.admin().configureRequiredAction("twostep-add-phone", Map.of("gateways", "twilio"));
        assertThat(get(realm, "text/html").statusCode()).isEqualTo(404);
        assertThat(get(realm, "application/json").statusCode()).isEqualTo(404);
    }

    private static Page askForCode(Realm realm, TextLogin login, Person person, Map<String, String> policy) {
        // Not by the form's own address, which drops what the form does not show: gateway settings of the realm.
        realm.admin().changeRequiredAction("twostep-add-phone", action -> action.set("config", Json.of(policy)));
        Page number = login.http().submit(login.http().start(Map.of("kc_action", "twostep-add-phone")), person.login());
        Page code = login.enterNumber(number, person.phone());
        assertThat(code.asksFor("code")).as("%s", code).isTrue();
        return code;
    }

    private static List<LoggedRequest> await(Callable<List<LoggedRequest>> requests, int count) {
        return Awaitility.await().atMost(PATIENCE).until(requests, found -> found.size() >= count);
    }

    private static void awaitLog(KeycloakRuntime server, String text) {
        Awaitility.await(text).atMost(PATIENCE).until(() -> {
            try (Stream<String> lines = Files.lines(server.log(), UTF_8)) {
                return lines.anyMatch(line -> line.contains(text));
            }
        });
    }

    /** Through {@link OutboxMessage}, so that the code is looked for in the log as well. */
    private static String digits(Person person, String text) {
        return new OutboxMessage(person.phone(), text, Instant.EPOCH).code();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static HttpResponse<String> get(Realm realm, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(realm.url() + "/twostep/outbox"))
                                .header("Accept", accept)
                                .build(),
                        BodyHandlers.ofString(UTF_8));
    }
}
