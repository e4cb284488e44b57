package dev.twostep.it.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.TwoNodes;
import dev.twostep.it.admin.Json;
import dev.twostep.it.backupcode.BackupLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Race;
import dev.twostep.it.login.Tokens;
import dev.twostep.it.mail.Mail;
import dev.twostep.it.mail.Mailbox;
import dev.twostep.it.sms.TextLogin;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A2, A3: apps at the token endpoint. */
@ServerTest
final class DirectGrantIT {

    private static final String UNKNOWN = "0000-0000-0000-0000-0000-0000";

    @Test
    @DisplayName(
            "A2: a temporary password signs an app in, in any case, with or without separators; the token says how")
    void accepted(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp app = MailApp.demo(realm);
        JsonNode tokens = app.tokens(person.username(), password);
        app.tokens(person.email(), password.toLowerCase(Locale.ROOT).replace('-', ' '));
        app.tokens(person.username(), password.replace("-", ""));
        JsonNode access = Tokens.claims(tokens.path("access_token").asText());
        assertThat(access.path("twostep_credential").asText()).isEqualTo("twostep-app-password");
        assertThat(access.path("acr").asText()).isNotEqualTo("2");
        assertThat(app.introspect(tokens, "access_token")
                        .path("twostep_credential")
                        .asText())
                .isEqualTo("twostep-app-password");
        assertThat(Json.read(app.userInfo(tokens).body())
                        .path("twostep_credential")
                        .asText())
                .isEqualTo("twostep-app-password");
        JsonNode event = realm.admin().events(person, "LOGIN").get(0);
        assertThat(event.at("/details/credential_type").asText()).isEqualTo("twostep-app-password");
        assertThat(event.at("/details/credential_id").asText())
                .isEqualTo(realm.admin()
                        .credentials(person, "twostep-app-password")
                        .get(0)
                        .path("id")
                        .asText());
    }

    @Test
    @DisplayName("Attack 20: asking for level 2 does not raise the level of an app's sign-in")
    void noLevel(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String password = maker.make("mail");
        HttpResponse<String> response = MailApp.demo(realm)
                .grant(
                        maker.person().username(),
                        password,
                        Map.of(
                                "acr_values",
                                "2",
                                "claims",
                                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}"));
        JsonNode access =
                Tokens.claims(Json.read(response.body()).path("access_token").asText());
        assertThat(access.path("acr").asText()).isNotEqualTo("2");
        assertThat(access.path("amr").toString()).doesNotContain("sms");
    }

    @Test
    @DisplayName("A3: with a second factor, the account password and a backup code are refused, as everything else is")
    void uniform(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        Person plain = realm.newPerson();
        BackupLogin other = new BackupLogin(realm);
        Person withCode = realm.newPerson();
        String backupCode = other.enrolWithCodes(withCode, 1).get(0);
        MailApp app = MailApp.demo(realm);
        List<HttpResponse<String>> refused = List.of(
                app.grant(person.username(), person.password()),
                app.grant(withCode.username(), backupCode),
                app.grant(person.username(), UNKNOWN),
                app.grant(person.username(), ""),
                app.grant(plain.username(), "not-" + plain.password()),
                app.grant(plain.username(), UNKNOWN),
                app.grant("nobody-" + person.username(), person.password()),
                app.grant("", ""));
        assertThat(refused).extracting(HttpResponse::statusCode).containsOnly(400);
        assertThat(refused)
                .extracting(HttpResponse::body)
                .hasSize(8)
                .containsOnly(refused.get(0).body());
        assertThat(refused.get(0).body()).contains("invalid_grant", "temporary password");
    }

    @Test
    @DisplayName("A3: without a second factor, the account password and nothing else")
    void withoutFactor(Realm realm) {
        Person plain = realm.newPerson();
        JsonNode tokens = MailApp.demo(realm).tokens(plain.username(), plain.password());
        assertThat(Tokens.claims(tokens.path("access_token").asText())
                        .path("twostep_credential")
                        .asText())
                .isEqualTo("password");
    }

    @Test
    @DisplayName(
            "A1, attack 20: bound to the first client that uses it; another one is refused, an event and a mail say so")
    void bound(@FreshRealm Realm realm, Mailbox mailbox) {
        mailbox.serve(realm);
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp first = MailApp.demo(realm);
        MailApp second = MailApp.another(realm, "other-app");
        first.tokens(person.username(), password);
        assertThat(second.grant(person.username(), password).statusCode()).isEqualTo(400);
        assertThat(errors(realm, person)).contains("twostep_app_password_of_another_client");
        first.tokens(person.username(), password);
        assertThat(realm.admin().bruteForce(person).path("numFailures").asInt())
                .as("it was no guess")
                .isZero();
        Mail mail = mailbox.await(person, 1);
        assertThat(mail.text()).contains("mail", "other-app", "/twostep/help/app-passwords");
        assertThat(mail.text() + mail.html()).doesNotContain(password, password.replace("-", ""));
        second.grant(person.username(), password);
        second.grant(person.username(), password);
        assertThat(mailbox.to(person)).as("once an hour").hasSize(1);
    }

    @Test
    @DisplayName(
            "A2, attack 20: clients that are not marked, that have power over account or realm, or that ask for offline access are refused")
    void clients(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp unmarked = MailApp.another(realm, "unmarked", Map.of("protocolMappers", List.of()));
        MailApp full = MailApp.another(realm, "full-scope", Map.of("fullScopeAllowed", true));
        MailApp account = MailApp.another(realm, "with-account");
        grantScope(realm, account, "account", "manage-account");
        MailApp byComposite = MailApp.another(realm, "with-default-roles");
        String id = realm.admin().client(byComposite.clientId()).path("id").asText();
        realm.admin()
                .post(
                        "/clients/" + id + "/scope-mappings/realm",
                        Json.array(realm.admin().get("/roles/default-roles-" + realm.name())));
        MailApp admin = MailApp.another(realm, "with-admin");
        grantScope(realm, admin, "realm-management", "view-users");
        for (MailApp app : List.of(unmarked, full, account, byComposite, admin)) {
            assertThat(app.grant(person.username(), password).statusCode())
                    .as(app.clientId())
                    .isEqualTo(400);
            assertThat(app.verify(person.username(), password).path("active").asBoolean())
                    .as(app.clientId())
                    .isFalse();
        }
        assertThat(errors(realm, person)).contains("twostep_client_not_marked", "twostep_client_too_powerful");
        MailApp offline = MailApp.demo(realm);
        assertThat(offline.grant(person.username(), password, Map.of("scope", "openid offline_access"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(errors(realm, person)).contains("twostep_offline_access");
        assertThat(realm.client("admin-cli")
                        .token(Map.of("grant_type", "password", "username", person.username(), "password", password))
                        .statusCode())
                .isEqualTo(400);
        offline.tokens(person.username(), password);
    }

    @Test
    @DisplayName("Attack 20: it opens no login page, no account console and no admin API")
    void nowhereElse(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        TextLogin browser = new TextLogin(realm);
        Page page = browser.http().submit(browser.http().start(), person.login(password));
        assertThat(page.asksFor("password")).as("%s", page).isTrue();
        MailApp app = MailApp.demo(realm);
        JsonNode tokens = app.tokens(person.username(), password);
        assertThat(app.get(realm.url() + "/account/", tokens).statusCode()).isIn(401, 403);
        assertThat(app.get(realm.url() + "/account/credentials", tokens).statusCode())
                .isIn(401, 403);
        assertThat(app.get(realm.url().toString().replace("/realms/", "/admin/realms/") + "/users", tokens)
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    @DisplayName("A1: of two clients that use it first at the same moment, on two nodes, one gets it")
    void firstUseRace(@FreshRealm TwoNodes nodes) {
        MailApp.another(nodes.first(), "other-app");
        AppPasswordMaker maker = AppPasswordMaker.enrolled(nodes.first());
        Person person = maker.person();
        for (int apart = 0; apart <= 8; apart++) {
            String password = maker.make("app " + apart);
            TwoNodes order = apart % 2 == 0 ? nodes : nodes.swapped();
            List<HttpResponse<String>> both = Race.run(
                    Duration.ofMillis(apart),
                    () -> MailApp.demo(order.first()).grant(person.username(), password),
                    () -> MailApp.at(order.second(), "other-app").grant(person.username(), password));
            assertThat(both)
                    .as("%s ms apart", apart)
                    .extracting(HttpResponse::statusCode)
                    .containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    @DisplayName("A1: a use touches no other credential of the user")
    void othersUntouched(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        maker.make("calendar");
        List<JsonNode> before = others(realm, person);
        MailApp.demo(realm).tokens(person.username(), password);
        assertThat(others(realm, person)).isEqualTo(before).hasSize(4);
    }

    private static List<JsonNode> others(Realm realm, Person person) {
        return realm.admin().credentials(person).stream()
                .filter(credential -> !credential.path("userLabel").asText().equals("mail"))
                .toList();
    }

    @Test
    @DisplayName("K4: five different wrong texts lock the account, and the lock holds for the right one")
    void locks(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp app = MailApp.demo(realm);
        for (int i = 1; i <= 5; i++) {
            app.grant(person.username(), "guess " + i);
        }
        Awaitility.await()
                .until(() -> realm.admin().bruteForce(person).path("disabled").asBoolean());
        assertThat(app.grant(person.username(), password).statusCode()).isEqualTo(400);
        assertThat(app.verify(person.username(), password).path("active").asBoolean())
                .isFalse();
        assertThat(errors(realm, person)).contains("user_temporarily_disabled");
    }

    @Test
    @DisplayName("Attack 32: programs that go on sending temporary passwords which were deleted lock nobody out")
    void deletedOnes(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp app = MailApp.demo(realm);
        for (int i = 1; i <= 9; i++) {
            String deleted = "7K3M-9QXT-2BWP-N4ZD-0H1J-R5V" + i;
            assertThat(app.grant(person.username(), deleted).statusCode()).isEqualTo(400);
        }
        app.tokens(person.username(), password);
        assertThat(realm.admin().bruteForce(person).path("numFailures").asInt()).isZero();
    }

    @Test
    @DisplayName("Attack 32: a mail program that keeps sending the same old password counts once, and locks nobody out")
    void sameAgain(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp app = MailApp.demo(realm);
        for (int i = 0; i < 12; i++) {
            assertThat(app.grant(person.username(), person.password()).statusCode())
                    .isEqualTo(400);
        }
        app.tokens(person.username(), password);
        Awaitility.await().untilAsserted(() -> assertThat(
                        realm.admin().bruteForce(person).path("numFailures").asInt())
                .isEqualTo(1));
    }

    @Test
    @DisplayName("Where the realm enforces a second factor, a user without one is refused, with the right password too")
    void enforced(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-setup", Map.of("enforce", "true"));
        Person plain = realm.newPerson();
        MailApp app = MailApp.demo(realm);
        assertThat(app.grant(plain.username(), plain.password()).statusCode()).isEqualTo(400);
        assertThat(app.verify(plain.username(), plain.password()).path("active").asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("Wrong account passwords at one client over the realm's limit are not compared there any more")
    void limited(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-app-password", Map.of("wrongPasswordsPerApp", "2"));
        Person plain = realm.newPerson();
        MailApp app = MailApp.demo(realm);
        MailApp other = MailApp.another(realm, "other-app");
        app.tokens(plain.username(), plain.password());
        app.grant(plain.username(), "guess 1");
        app.grant(plain.username(), "guess 2");
        assertThat(app.grant(plain.username(), plain.password()).statusCode()).isEqualTo(400);
        assertThat(errors(realm, plain)).contains("twostep_limited");
        other.tokens(plain.username(), plain.password());
    }

    private static void grantScope(Realm realm, MailApp app, String container, String role) {
        String client = realm.admin().client(app.clientId()).path("id").asText();
        String other = realm.admin().client(container).path("id").asText();
        realm.admin()
                .post(
                        "/clients/" + client + "/scope-mappings/clients/" + other,
                        Json.array(realm.admin().get("/clients/" + other + "/roles/" + role)));
    }

    private static List<String> errors(Realm realm, Person person) {
        return realm.admin().events(person, "LOGIN_ERROR").stream()
                .map(event -> event.path("error").asText())
                .toList();
    }
}
