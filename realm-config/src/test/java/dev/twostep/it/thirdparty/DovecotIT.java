package dev.twostep.it.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.HttpLogin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
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
    private static MailApp app;

    @BeforeAll
    static void start(@FreshRealm Realm fresh) {
        realm = fresh;
        createClient(CLIENT, List.of(itselfInAudience(CLIENT)));
        dovecot = DovecotServer.start(realm.url(), CLIENT);
        app = new MailApp(dovecot.port());
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
    @DisplayName(
            "An app that opens eight connections at once does no harm: those that came second get in when they try again")
    void atOnce() {
        Login login = newLogin();

        List<MailAnswer> answers = HttpLogin.atOnce(8, i -> app.look(login));

        // Keycloak's own steps let one sign-in of a user at a time compare anything, and call the others wrong.
        assertThat(answers).hasAtLeastOneElementOfType(MailAnswer.LoggedIn.class);
        Awaitility.await().until(() -> app.look(login) instanceof MailAnswer.LoggedIn);
    }

    @Test
    @DisplayName("With a wrong secret of its own, Dovecot lets nobody in, and calls no password wrong")
    void wrongClient() {
        Login login = newLogin();
        try (DovecotServer other = DovecotServer.start(realm.url(), new Login(CLIENT.name(), "not the secret"))) {
            assertRefused(new MailApp(other.port()).look(login), LATER);
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

    /** As the realm JSON will have it. */
    private static void createClient(Login client, List<Map<String, ?>> mappers) {
        realm.admin()
                .createClient(Map.of(
                        "clientId", client.name(),
                        "secret", client.secret(),
                        "publicClient", false,
                        "standardFlowEnabled", false,
                        "directAccessGrantsEnabled", true,
                        "fullScopeAllowed", false,
                        "protocolMappers", mappers));
    }

    /** Else Keycloak 26.7 does not tell the client about its own tokens. */
    private static Map<String, ?> itselfInAudience(Login client) {
        return Map.of(
                "name",
                "itself in the audience",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                Map.of(
                        "included.client.audience", client.name(),
                        "access.token.claim", "true",
                        "introspection.token.claim", "true"));
    }
}
