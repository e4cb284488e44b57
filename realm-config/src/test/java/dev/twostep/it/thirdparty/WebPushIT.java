package dev.twostep.it.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.Page;
import dev.twostep.it.phone.Phone;
import dev.twostep.it.phone.PhoneLogin;
import dev.twostep.it.server.KeycloakRuntime;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** P3: Keycloak wakes a phone through a push service that somebody else wrote, and which decrypts what it was sent. */
@ServerTest
@Requires(ServerProgram.NPM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebPushIT {

    private Optional<PushService> started = Optional.empty();

    @BeforeAll
    void start() {
        assumeFalse(KeycloakRuntime.inContainer(), "a container does not reach this machine's loopback");
        started = PushService.start();
        assumeTrue(started.isPresent(), "the push service could not be fetched");
    }

    @AfterAll
    void stop() {
        started.ifPresent(PushService::close);
    }

    @Test
    @DisplayName("P3: a login request wakes the phone, with nothing in it that anybody could use")
    void wakes(Realm realm) {
        PushService service = started.orElseThrow();
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        JsonNode subscription = subscribe(service, phone);
        assertThat(phone.device().body().at("/notifications/on").asBoolean()).isTrue();

        Page waiting = new PhoneLogin(realm).password(person);
        assertThat(waiting.text()).contains("We sent a notification");
        String text = Awaitility.await()
                .until(() -> service.notifications(subscription), found -> !found.isEmpty())
                .get(0);
        JsonNode payload = Json.read(text);
        assertThat(payload.path("type").asText()).isEqualTo("login-request");
        assertThat(payload.path("id").asText())
                .isEqualTo(phone.newest().path("id").asText());
        assertThat(text)
                .doesNotContain(person.username(), PhoneLogin.number(waiting), "Twostep demo")
                .doesNotContainIgnoringCase("browser");
    }

    @Test
    @DisplayName("P3: a subscription that the push service has ended is dropped")
    void gone(Realm realm) {
        PushService service = started.orElseThrow();
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        JsonNode subscription = subscribe(service, phone);
        service.expire(subscription);
        new PhoneLogin(realm).password(person);
        Awaitility.await().untilAsserted(() -> assertThat(
                        phone.device().body().at("/notifications/on").asBoolean())
                .isFalse());
    }

    @Test
    @DisplayName("P3: a phone that has turned notifications off is not woken, and still finds the request")
    void off(Realm realm) {
        PushService service = started.orElseThrow();
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        JsonNode subscription = subscribe(service, phone);
        assertThat(phone.call("DELETE", "/devices/" + phone.id() + "/subscription", null)
                        .status())
                .isEqualTo(204);
        Page waiting = new PhoneLogin(realm).password(person);
        assertThat(waiting.text()).contains("No notification comes this time");
        assertThat(phone.newest().path("status").asText()).isEqualTo("pending");
        assertThat(service.notifications(subscription)).isEmpty();
    }

    private static JsonNode subscribe(PushService service, Phone phone) {
        String key =
                phone.device().body().at("/notifications/applicationServerKey").asText();
        JsonNode subscription = service.subscribe(key);
        JsonNode body = Json.of(Map.of(
                "endpoint",
                subscription.path("endpoint").asText(),
                "keys",
                Map.of(
                        "p256dh",
                        subscription.at("/keys/p256dh").asText(),
                        "auth",
                        subscription.at("/keys/auth").asText())));
        assertThat(phone.call("PUT", "/devices/" + phone.id() + "/subscription", body)
                        .status())
                .isEqualTo(204);
        return subscription;
    }
}
