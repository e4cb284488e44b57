package dev.twostep.it.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.apppassword.AppPasswordMaker;
import dev.twostep.it.apppassword.ImportedPassword;
import dev.twostep.it.apppassword.MailApp;
import dev.twostep.it.backupcode.BackupLogin;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A2: the same nginx in front of a folder, with the Keycloak that it is for. Each password is asked for once, so that no kept answer stands in between. */
@Requires(ServerProgram.NGINX)
@ServerTest
final class NginxWithKeycloakIT {

    private static final Login CLIENT = new Login("demo-mail", "demo-mail-secret");
    /** Nothing here is passed on. */
    private static final URI NO_APPLICATION = URI.create("http://127.0.0.1:9");

    private static Realm realm;
    private static NginxServer nginx;
    private static WebApp app;

    @BeforeAll
    static void start(@FreshRealm Realm fresh) {
        realm = fresh;
        nginx = NginxServer.start(realm.url(), CLIENT, NO_APPLICATION);
        app = new WebApp(nginx.url());
    }

    @AfterAll
    static void stop() {
        nginx.close();
    }

    @Test
    @DisplayName("A2: a temporary password opens the shared folder")
    void temporaryPassword() {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Login login = new Login(maker.person().username(), maker.make("files"));
        String file = "/files/" + login.name() + ".txt";

        assertThat(app.put(file, login, "Milk").statusCode()).isEqualTo(201);
        assertThat(app.get(file, login).body()).isEqualTo("Milk");
        assertThat(realm.admin()
                        .credentials(maker.person(), "twostep-app-password")
                        .get(0)
                        .path("credentialData")
                        .asText())
                .contains("\"address\":\"127.0.0.1\"", "\"agent\":\"" + WebApp.NAME + "\"");
    }

    @Test
    @DisplayName("Off: without a second factor, the account password opens it")
    void accountPassword() {
        Person plain = realm.newPerson();

        assertThat(status(plain, plain.password())).isEqualTo(200);
    }

    @Test
    @DisplayName("A3, B7: with one, the account password and a backup code do not")
    void otherSecrets() {
        Person person = realm.newPerson();
        String backupCode = new BackupLogin(realm).enrolWithCodes(person, 1).get(0);

        assertThat(status(person, person.password())).isEqualTo(401);
        assertThat(status(person, backupCode)).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "A1, A5: nor one of another app, one whose time is over, a revoked one, or one from before the account password was changed")
    void overOrElses() {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String expired = ImportedPassword.until(Instant.now().minusSeconds(1), realm, person);
        assertThat(status(person, expired)).isEqualTo(401);

        String others = maker.make("calendar");
        MailApp.another(realm, "calendar-" + person.username()).grant(person.username(), others);
        assertThat(status(person, others)).isEqualTo(401);

        String revoked = maker.make("files");
        realm.admin().credentials(person, "twostep-app-password").forEach(credential -> realm.admin()
                .deleteCredential(person, credential.path("id").asText()));
        assertThat(status(person, revoked)).isEqualTo(401);

        String before = maker.make("files");
        realm.admin()
                .put(
                        "/users/" + person.id() + "/reset-password",
                        Json.of(Map.of("type", "password", "value", "another", "temporary", false)));
        assertThat(status(person, before)).isEqualTo(401);
    }

    private static int status(Person person, String secret) {
        return app.get("/files/", new Login(person.username(), secret)).statusCode();
    }
}
