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
import dev.twostep.it.login.HttpLogin;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A4: a mail app signs in to Dovecot, and Dovecot asks Keycloak. */
@Requires(ServerProgram.DOVECOT)
@ServerTest
final class DovecotIT {

    private static final Login CLIENT = new Login("demo-mail", "demo-mail-secret");
    /** What apps take to mean: ask for another password. */
    private static final String WRONG = "[AUTHENTICATIONFAILED]";
    /** What apps take to mean: try again later. */
    private static final String LATER = "[UNAVAILABLE]";

    private static Realm realm;
    private static DovecotServer dovecot;
    private static ImapApp app;

    @BeforeAll
    static void start(@FreshRealm Realm fresh) {
        realm = fresh;
        dovecot = DovecotServer.start(realm.url(), CLIENT);
        app = new ImapApp(dovecot.port());
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @Test
    @DisplayName("Off: without a second factor, the account password opens the mailbox")
    void accountPassword() {
        Login login = newLogin();

        assertThat(app.leave(login, "Milk")).isEqualTo(new MailAnswer.LoggedIn(List.of("Milk")));
        assertThat(app.look(login)).isEqualTo(new MailAnswer.LoggedIn(List.of("Milk")));
    }

    @Test
    @DisplayName("The name may be typed in any case; it is the same mailbox")
    void anyCase() {
        Login login = newLogin();
        app.leave(login, "Milk");

        assertThat(app.look(new Login(login.name().toUpperCase(Locale.ROOT), login.secret())))
                .isEqualTo(new MailAnswer.LoggedIn(List.of("Milk")));
    }

    @Test
    @DisplayName("A wrong password is refused as one")
    void wrongPassword() {
        Login login = newLogin();

        assertRefused(app.look(new Login(login.name(), "guess")), WRONG);
    }

    @Test
    @DisplayName("An unknown name is refused like a wrong password")
    void unknownName() {
        assertRefused(app.look(new Login("nobody-of-this-name", "guess")), WRONG);
    }

    @Test
    @DisplayName("Somebody else's password is refused")
    void elsesPassword() {
        Login ada = newLogin();
        Login bob = newLogin();

        assertRefused(app.look(new Login(ada.name(), bob.secret())), WRONG);
    }

    @Test
    @DisplayName("An empty password is refused before Dovecot's oauth2 sees it, which would end it for all")
    void emptyPassword() {
        Login login = newLogin();

        assertRefused(app.look(new Login(login.name(), "")), WRONG);

        assertThat(app.look(login)).isInstanceOf(MailAnswer.LoggedIn.class);
        assertThat(dovecot.log()).doesNotContain("Panic");
    }

    @Test
    @DisplayName("A password with signs that mean something in a form arrives as it was typed")
    void signs() {
        Person person = realm.newPerson();
        String odd = "a&b=c+d%20e 100% \"ü\\";
        realm.admin()
                .put(
                        "/users/" + person.id() + "/reset-password",
                        Json.of(Map.of("type", "password", "value", odd, "temporary", false)));

        assertThat(app.look(new Login(person.username(), odd))).isInstanceOf(MailAnswer.LoggedIn.class);
    }

    @Test
    @DisplayName("A2: a temporary password opens the mailbox, as it is shown and as it is typed on a phone")
    void temporaryPassword() {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String password = maker.make("mail");
        String name = maker.person().username();

        assertThat(app.leave(new Login(name, password), "Milk")).isEqualTo(new MailAnswer.LoggedIn(List.of("Milk")));
        assertThat(app.look(new Login(name, password.replace("-", "").toLowerCase(Locale.ROOT))))
                .isEqualTo(new MailAnswer.LoggedIn(List.of("Milk")));
    }

    @Test
    @DisplayName("A3, B7: with a second factor, the account password and a backup code are refused")
    void otherSecrets() {
        Person person = realm.newPerson();
        String backupCode = new BackupLogin(realm).enrolWithCodes(person, 1).get(0);

        assertRefused(app.look(new Login(person.username(), person.password())), WRONG);
        assertRefused(app.look(new Login(person.username(), backupCode)), WRONG);
    }

    @Test
    @DisplayName("A1: a password that belongs to another app is refused, and so is one whose time is over")
    void otherAppAndExpired() {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        String others = maker.make("calendar");
        MailApp.another(realm, "calendar-" + person.username()).grant(person.username(), others);
        String expired = ImportedPassword.until(Instant.now().minusSeconds(1), realm, person);

        assertRefused(app.look(new Login(person.username(), others)), WRONG);
        assertRefused(app.look(new Login(person.username(), expired)), WRONG);
    }

    @Test
    @DisplayName("A5: refused once it was revoked, and once the account password was changed")
    void ended() {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Person person = maker.person();
        Login revoked = new Login(person.username(), maker.make("mail"));
        assertThat(app.look(revoked)).isInstanceOf(MailAnswer.LoggedIn.class);
        realm.admin().credentials(person, "twostep-app-password").forEach(credential -> realm.admin()
                .deleteCredential(person, credential.path("id").asText()));
        assertRefused(app.look(revoked), WRONG);

        Login changed = new Login(person.username(), maker.make("mail"));
        assertThat(app.look(changed)).isInstanceOf(MailAnswer.LoggedIn.class);
        realm.admin()
                .put(
                        "/users/" + person.id() + "/reset-password",
                        Json.of(Map.of("type", "password", "value", "another", "temporary", false)));
        assertRefused(app.look(changed), WRONG);
    }

    @Test
    @DisplayName("A2: an app that opens eight connections at once gets them all")
    void atOnce() {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Login login = new Login(maker.person().username(), maker.make("mail"));

        List<MailAnswer> answers = HttpLogin.atOnce(8, i -> app.look(login));

        assertThat(answers).hasSize(8).hasOnlyElementsOfType(MailAnswer.LoggedIn.class);
    }

    @Test
    @DisplayName("A1: the list of passwords shows where the app connects from, not where Dovecot runs")
    void address() {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        app.look(new Login(maker.person().username(), maker.make("mail")));

        assertThat(realm.admin()
                        .credentials(maker.person(), "twostep-app-password")
                        .get(0)
                        .path("credentialData")
                        .asText())
                .contains("\"address\":\"127.0.0.1\"", "\"agent\":\"imap\"");
    }

    @Test
    @DisplayName("With a wrong secret of its own, Dovecot lets nobody in, and calls no password wrong")
    void wrongClient() {
        Login login = newLogin();
        try (DovecotServer other = DovecotServer.start(realm.url(), new Login(CLIENT.name(), "not the secret"))) {
            assertRefused(new ImapApp(other.port()).look(login), LATER);
        }
    }

    @Test
    @DisplayName("Dovecot's log holds no password, neither a right nor a wrong one")
    void log() {
        Login login = newLogin();
        app.look(login);
        app.look(new Login(login.name(), "guess-of-" + login.name()));

        assertThat(dovecot.log())
                .contains("user=<" + login.name() + ">")
                .doesNotContain(login.secret(), "guess-of-", CLIENT.secret());
    }

    /** Of a user without a second factor. */
    private static Login newLogin() {
        Person person = realm.newPerson();
        return new Login(person.username(), person.password());
    }

    private static void assertRefused(MailAnswer answer, String code) {
        assertThat(answer)
                .asInstanceOf(InstanceOfAssertFactories.type(MailAnswer.Refused.class))
                .satisfies(refused -> assertThat(refused.text()).startsWith(code));
    }
}
