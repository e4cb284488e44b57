package dev.twostep.it.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attack 20: what an app obtained with a temporary password never becomes more. */
@ServerTest
final class PowerIT {

    @Test
    @DisplayName(
            "Power that a client is given later opens no API of Keycloak's to tokens by temporary password, refreshed ones included")
    void givenLater(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        String management = clientId(realm, "realm-management");
        JsonNode role = realm.admin().get("/clients/" + management + "/roles/realm-admin");
        realm.admin().post("/users/" + person.id() + "/role-mappings/clients/" + management, Json.array(role));
        MailApp app = MailApp.demo(realm);
        JsonNode tokens = app.tokens(person.username(), password);
        realm.admin()
                .post(
                        "/clients/" + clientId(realm, MailApp.DEMO_MAIL) + "/scope-mappings/clients/" + management,
                        Json.array(role));
        assertThat(app.get(admin(realm) + "/users", tokens).statusCode()).isIn(401, 403);
        HttpResponse<String> refreshed = app.refresh(tokens);
        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(app.get(admin(realm) + "/users", Json.read(refreshed.body())).statusCode())
                .isIn(401, 403);
    }

    @Test
    @DisplayName("Nor do fine-grained permissions of admins, for which no role in the client's scope is asked")
    void fineGrained(@FreshRealm Realm realm) {
        realm.admin().change(json -> json.put("adminPermissionsEnabled", true));
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        String permissions = "/clients/" + clientId(realm, "admin-permissions") + "/authz/resource-server";
        realm.admin()
                .post(
                        permissions + "/policy/user",
                        Json.of(Map.of("name", "the person", "users", List.of(person.id()))));
        realm.admin()
                .post(
                        permissions + "/permission/scope",
                        Json.of(Map.of(
                                "name",
                                "all users",
                                "resourceType",
                                "Users",
                                "scopes",
                                List.of("view", "manage"),
                                "policies",
                                List.of("the person"))));
        MailApp app = MailApp.demo(realm);
        JsonNode tokens = app.tokens(person.username(), password);
        assertThat(app.get(admin(realm) + "/users", tokens).statusCode()).isIn(401, 403);
    }

    @Test
    @DisplayName("A role that a mapper writes into the token opens no account API")
    void hardcodedRole(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String password = maker.make("mail");
        MailApp app = MailApp.another(
                realm,
                "hard",
                Map.of(
                        "protocolMappers",
                        List.of(
                                MailApp.mark(),
                                mapper("oidc-hardcoded-role-mapper", Map.of("role", "account.manage-account")),
                                mapper(
                                        "oidc-audience-mapper",
                                        Map.of("included.client.audience", "account", "access.token.claim", "true")))));
        JsonNode tokens = app.tokens(maker.person().username(), password);
        assertThat(app.get(realm.url() + "/account/credentials", tokens).statusCode())
                .isIn(401, 403);
    }

    @Test
    @DisplayName("No client exchanges it for a token of its own, which would forget how it was obtained")
    void notExchanged(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String password = maker.make("mail");
        MailApp backend = MailApp.another(
                realm,
                "backend",
                Map.of(
                        "protocolMappers",
                        List.of(),
                        "fullScopeAllowed",
                        true,
                        "attributes",
                        Map.of("standard.token.exchange.enabled", "true")));
        MailApp app = MailApp.another(
                realm,
                "mail",
                Map.of(
                        "protocolMappers",
                        List.of(
                                MailApp.mark(),
                                mapper(
                                        "oidc-audience-mapper",
                                        Map.of("included.client.audience", "backend", "access.token.claim", "true"))),
                        "attributes",
                        Map.of("standard.token.exchange.enabled", "true")));
        JsonNode tokens = app.tokens(maker.person().username(), password);
        for (MailApp client : List.of(app, backend)) {
            assertThat(client.exchange(tokens, Map.of()).statusCode())
                    .as(client.clientId())
                    .isEqualTo(400);
        }
        Person plain = realm.newPerson();
        assertThat(backend.exchange(app.tokens(plain.username(), plain.password()), Map.of())
                        .statusCode())
                .as("tokens by account password of a user without a second factor are as ever")
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "A5: a client that lost its mark renews nothing after the end; nor does admin-cli what it got before a factor was there")
    void withoutTheMark(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp app = MailApp.another(realm, "mail");
        JsonNode tokens = app.tokens(person.username(), password);
        realm.admin()
                .get("/clients/" + clientId(realm, "mail") + "/protocol-mappers/models")
                .forEach(mapper -> realm.admin()
                        .delete("/clients/" + clientId(realm, "mail") + "/protocol-mappers/models/"
                                + mapper.path("id").asText()));
        realm.admin().credentials(person, "twostep-app-password").forEach(credential -> realm.admin()
                .deleteCredential(person, credential.path("id").asText()));
        assertThat(app.refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(app.userInfo(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "A client scope with roles marks no client: Keycloak drops it for users who lack them, and the claim with it")
    void scopeWithRoles(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String password = maker.make("mail");
        String scope = realm.admin()
                .post(
                        "/client-scopes",
                        Json.of(Map.of(
                                "name",
                                "marks",
                                "protocol",
                                "openid-connect",
                                "protocolMappers",
                                List.of(MailApp.mark()))));
        MailApp app = MailApp.another(realm, "by-scope", Map.of("protocolMappers", List.of()));
        realm.admin()
                .put("/clients/" + clientId(realm, "by-scope") + "/default-client-scopes/" + scope, Json.of(Map.of()));
        app.tokens(maker.person().username(), password);
        realm.admin().post("/roles", Json.of(Map.of("name", "staff")));
        realm.admin()
                .post(
                        "/client-scopes/" + scope + "/scope-mappings/realm",
                        Json.array(realm.admin().get("/roles/staff")));
        assertThat(app.grant(maker.person().username(), password).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("A realm that is switched off answers no server")
    void realmOff(@FreshRealm Realm realm) {
        Person plain = realm.newPerson();
        MailApp app = MailApp.demo(realm);
        assertThat(app.verify(plain.username(), plain.password()).path("active").asBoolean())
                .isTrue();
        realm.admin().change(json -> json.put("enabled", false));
        assertThat(app.verify(plain.username(), plain.password()).path("active").asBoolean())
                .isFalse();
        assertThat(app.proxied(plain.username(), plain.password()).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("A5: a user who was disabled stays without them, however the admin's address was written")
    void disabledBySlash(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        for (boolean enabled : List.of(false, true)) {
            ObjectNode user = (ObjectNode) realm.admin().get("/users/" + person.id());
            realm.admin().put("/users/" + person.id() + "/", user.put("enabled", enabled));
        }
        assertThat(MailApp.demo(realm).grant(person.username(), password).statusCode())
                .isEqualTo(400);
    }

    private static Map<String, Object> mapper(String type, Map<String, String> config) {
        return Map.of("name", type, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }

    private static String clientId(Realm realm, String client) {
        return realm.admin().client(client).path("id").asText();
    }

    private static String admin(Realm realm) {
        return realm.url().toString().replace("/realms/", "/admin/realms/");
    }
}
