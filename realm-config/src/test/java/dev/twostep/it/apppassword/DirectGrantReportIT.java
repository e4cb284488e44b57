package dev.twostep.it.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A3: where the account password alone still signs an app in. */
@ServerTest
final class DirectGrantReportIT {

    private static final String REPORT = "/twostep/direct-grants";

    @Test
    @DisplayName("A3: the shipped realm has nothing to report; a client and a realm on Keycloak's own flow are named")
    void report(@FreshRealm Realm realm) {
        assertThat(realm.admin().get(REPORT)).isEmpty();

        String stock = "";
        for (JsonNode flow : realm.admin().get("/authentication/flows")) {
            stock = flow.path("alias").asText().equals("direct grant")
                    ? flow.path("id").asText()
                    : stock;
        }
        MailApp.another(realm, "legacy", Map.of("authenticationFlowBindingOverrides", Map.of("direct_grant", stock)));
        JsonNode client = realm.admin().get(REPORT).path(0);
        assertThat(client.path("realm").asText()).isEqualTo(realm.name());
        assertThat(client.path("guarded").asBoolean()).isTrue();
        assertThat(Json.list(client.path("clients")))
                .singleElement()
                .satisfies(
                        legacy -> assertThat(legacy.path("clientId").asText()).isEqualTo("legacy"))
                .satisfies(legacy -> assertThat(legacy.path("flow").asText()).isEqualTo("direct grant"));

        realm.admin().change(json -> json.put("directGrantFlow", "direct grant"));
        JsonNode whole = realm.admin().get(REPORT).path(0);
        assertThat(whole.path("guarded").asBoolean()).isFalse();
        assertThat(whole.path("flow").asText()).isEqualTo("direct grant");
        assertThat(Json.list(whole.path("clients")))
                .extracting(other -> other.path("clientId").asText())
                .contains("legacy", "demo-mail", "admin-cli");
    }

    @Test
    @DisplayName("Nobody but an admin of the realm may read it")
    void permissions(@FreshRealm Realm realm) throws Exception {
        Person plain = realm.newPerson();
        String token = MailApp.demo(realm)
                .tokens(plain.username(), plain.password())
                .path("access_token")
                .asText();
        String url = realm.url().toString().replace("/realms/", "/admin/realms/") + REPORT;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        HttpClient http = HttpClient.newHttpClient();
        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }
}
