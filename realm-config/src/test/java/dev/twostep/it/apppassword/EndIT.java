package dev.twostep.it.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.admin.RealmAdmin;
import dev.twostep.it.sms.TextLogin;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A5: what ends temporary passwords ends what was obtained with them. */
@ServerTest
final class EndIT {

    private static final String TYPE = "twostep-app-password";

    static Stream<Named<BiConsumer<RealmAdmin, Person>>> ends() {
        return Stream.of(
                Named.of("revoked", (realm, person) -> delete(realm, person, TYPE)),
                Named.of("the second factor deleted", (realm, person) -> delete(realm, person, "twostep-sms")),
                Named.of("the account password changed", EndIT::changePassword),
                Named.of("the user disabled", (realm, person) -> enable(realm, person, false)),
                Named.of("the user disabled and enabled again", (realm, person) -> {
                    enable(realm, person, false);
                    enable(realm, person, true);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    @DisplayName("A5: refused from then on, and so are refreshing, user info and introspection of what it obtained")
    void ends(BiConsumer<RealmAdmin, Person> end, Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        MailApp app = MailApp.demo(realm);
        JsonNode tokens = app.tokens(person.username(), password);
        JsonNode others = app.tokens(person.username(), password);
        assertThat(app.refresh(others).statusCode()).isEqualTo(200);
        assertThat(app.introspect(tokens, "access_token").path("active").asBoolean())
                .isTrue();
        assertThat(app.introspect(tokens, "refresh_token").path("active").asBoolean())
                .isTrue();
        assertThat(app.userInfo(tokens).statusCode()).isEqualTo(200);
        assertThat(app.proxied(person.username(), password).statusCode()).isEqualTo(200);

        end.accept(realm.admin(), person);

        assertThat(app.grant(person.username(), password).statusCode()).isEqualTo(400);
        assertThat(app.verify(person.username(), password).path("active").asBoolean())
                .isFalse();
        assertThat(app.proxied(person.username(), password).statusCode()).isEqualTo(401);
        assertThat(app.introspect(tokens, "access_token").toString()).isEqualTo("{\"active\":false}");
        assertThat(app.introspect(tokens, "refresh_token").toString()).isEqualTo("{\"active\":false}");
        assertThat(app.userInfo(tokens).statusCode()).isEqualTo(401);
        HttpResponse<String> refreshed = app.refresh(tokens);
        assertThat(refreshed.statusCode()).as(refreshed.body()).isEqualTo(400);
        assertThat(refreshed.body()).contains("invalid_grant");
    }

    @Test
    @DisplayName("Attack 21: over at its time, and no guess; the console says so, and the next one made takes it away")
    void expired(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        MailApp app = MailApp.demo(realm);
        String password = ImportedPassword.until(Instant.now().minusSeconds(1), realm, person);
        assertThat(app.grant(person.username(), password).statusCode()).isEqualTo(400);
        assertThat(app.proxied(person.username(), password).statusCode()).isEqualTo(401);
        assertThat(realm.admin()
                        .events(person, "LOGIN_ERROR")
                        .get(0)
                        .path("error")
                        .asText())
                .isEqualTo("twostep_app_password_expired");
        assertThat(realm.admin().bruteForce(person).path("numFailures").asInt()).isZero();
        maker.make("mail");
        assertThat(realm.admin().credentials(person, TYPE))
                .extracting(credential -> credential.path("userLabel").asText())
                .containsExactly("mail");
    }

    @Test
    @DisplayName("What was exported of a temporary password is good after an import, until its time")
    void imported(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String password = ImportedPassword.until(Instant.now().plusSeconds(600), realm, maker.person());
        MailApp.demo(realm).tokens(maker.person().username(), password);
    }

    @Test
    @DisplayName("A5: a password of a factor that is gone stays dead after another one was enrolled")
    void deadForGood(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String password = maker.make("mail");
        delete(realm.admin(), person, "twostep-sms");
        new TextLogin(realm).enrol(person);
        assertThat(MailApp.demo(realm).grant(person.username(), password).statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("A5: hashing the same account password anew ends nothing")
    void hashedAnew(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String password = maker.make("mail");
        realm.admin().change(json -> json.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(2)"));
        assertThat(new TextLogin(realm).password(maker.person()).asksFor("code"))
                .as("the password was compared, and hashed anew")
                .isTrue();
        MailApp.demo(realm).tokens(maker.person().username(), password);
    }

    @Test
    @DisplayName("A3: once a second factor is on, what an app obtained with the account password is not renewed")
    void factorAdded(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.withoutFactor(realm);
        Person person = maker.person();
        MailApp app = MailApp.demo(realm);
        JsonNode tokens = app.tokens(person.username(), person.password());
        maker.login().enrol(person);
        assertThat(app.refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(app.introspect(tokens, "access_token").path("active").asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("A5: what an app obtained with an account password ends when that is changed")
    void accountPasswordChanged(Realm realm) {
        Person plain = realm.newPerson();
        MailApp app = MailApp.demo(realm);
        JsonNode tokens = app.tokens(plain.username(), plain.password());
        assertThat(app.refresh(tokens).statusCode()).isEqualTo(200);
        changePassword(realm.admin(), plain);
        assertThat(app.refresh(tokens).statusCode()).isEqualTo(400);
    }

    private static void delete(RealmAdmin realm, Person person, String type) {
        realm.credentials(person, type)
                .forEach(credential ->
                        realm.deleteCredential(person, credential.path("id").asText()));
    }

    private static void changePassword(RealmAdmin realm, Person person) {
        realm.put(
                "/users/" + person.id() + "/reset-password",
                Json.of(Map.of("type", "password", "value", "another " + person.password(), "temporary", false)));
    }

    private static void enable(RealmAdmin realm, Person person, boolean enabled) {
        realm.changeUser(person, user -> user.put("enabled", enabled));
    }
}
