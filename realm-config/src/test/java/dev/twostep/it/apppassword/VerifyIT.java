package dev.twostep.it.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A2: servers that ask whether a password is right. */
@ServerTest
final class VerifyIT {

    @Test
    @DisplayName("A2: the answer names the user and the end of the password, and may be stored nowhere")
    void verified(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        HttpResponse<String> response = MailApp.demo(realm)
                .verify(Map.of(
                        "username",
                        person.email(),
                        "password",
                        password,
                        "address",
                        "192.0.2.7",
                        "agent",
                        "Thunder\u202Ebird"));
        JsonNode answer = Json.read(response.body());
        assertThat(answer.path("active").asBoolean()).isTrue();
        assertThat(answer.path("sub").asText()).isEqualTo(person.id());
        assertThat(answer.path("username").asText()).isEqualTo(person.username());
        assertThat(answer.path("email").asText()).isEqualTo(person.email());
        assertThat(answer.path("credential_type").asText()).isEqualTo("twostep-app-password");
        assertThat(answer.path("exp").asLong())
                .isBetween(System.currentTimeMillis() / 1000 + 3_000, System.currentTimeMillis() / 1000 + 3_600);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode used = Json.read(realm.admin()
                .credentials(person, "twostep-app-password")
                .get(0)
                .path("credentialData")
                .asText());
        assertThat(used.at("/lastUse/address").asText()).isEqualTo("192.0.2.7");
        assertThat(used.at("/lastUse/agent").asText()).isEqualTo("Thunderbird");
    }

    @Test
    @DisplayName("A3: the same rule as at the token endpoint, and one answer for all refusals")
    void refused(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        Person plain = realm.newPerson();
        MailApp app = MailApp.demo(realm);
        assertThat(app.verify(plain.username(), plain.password())
                        .path("credential_type")
                        .asText())
                .isEqualTo("password");
        for (Map<String, String> wrong : List.of(
                Map.of("username", person.username(), "password", person.password()),
                Map.of("username", plain.username(), "password", "wrong"),
                Map.of("username", "nobody", "password", "wrong"),
                Map.of("username", "", "password", ""),
                Map.<String, String>of())) {
            assertThat(app.verify(wrong).body()).as("%s", wrong).isEqualTo("{\"active\":false}");
        }
    }

    @Test
    @DisplayName("Only a confidential client that proves itself may ask")
    void clients(@FreshRealm Realm realm) {
        Person plain = realm.newPerson();
        Map<String, String> right = Map.of("username", plain.username(), "password", plain.password());
        assertThat(MailApp.demo(realm).withWrongSecret().verify(right).statusCode())
                .isEqualTo(401);
        MailApp open = MailApp.another(realm, "public-app", Map.of("publicClient", true));
        assertThat(open.verify(right).statusCode()).isEqualTo(401);
        assertThat(MailApp.demo(realm)
                        .withWrongSecret()
                        .proxied(plain.username(), plain.password())
                        .statusCode())
                .as("nginx must not ask the user again")
                .isEqualTo(403);
        MailApp unmarked = MailApp.another(realm, "unmarked", Map.of("protocolMappers", List.of()));
        assertThat(unmarked.verify(right).statusCode())
                .as("no oracle for account passwords")
                .isEqualTo(403);
        assertThat(unmarked.proxied(plain.username(), plain.password()).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("A server may prove itself by a key instead of a secret (private_key_jwt)")
    void privateKeyJwt(@FreshRealm Realm realm) {
        Person plain = realm.newPerson();
        PrivateKeyJwt client = PrivateKeyJwt.client(realm, "mail-server");
        Map<String, String> question = new HashMap<>(client.proof());
        question.put("username", plain.username());
        question.put("password", plain.password());
        assertThat(MailApp.demo(realm).verifyAs(question).body()).contains("\"active\":true");
        question.replace("client_assertion", client.proof().get("client_assertion") + "x");
        assertThat(MailApp.demo(realm).verifyAs(question).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("nginx: 200 with the user in headers and a short life, or 401 that asks for Basic credentials")
    void nginx(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("webdav");
        MailApp app = MailApp.demo(realm);
        HttpResponse<String> right = app.proxied(person.username(), password);
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.headers().firstValue("Remote-User")).contains(person.username());
        assertThat(right.headers().firstValue("Remote-Email")).contains(person.email());
        assertThat(right.headers().firstValue("X-Twostep-Subject")).contains(person.id());
        assertThat(right.headers().firstValue("X-Accel-Expires")).contains("30");
        for (HttpResponse<String> wrong :
                List.of(app.proxied(person.username(), person.password()), app.proxied("Bearer x"), app.proxied(""))) {
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic realm=\"twostep\"");
            assertThat(wrong.headers().firstValue("X-Accel-Expires")).isEmpty();
        }
    }
}
