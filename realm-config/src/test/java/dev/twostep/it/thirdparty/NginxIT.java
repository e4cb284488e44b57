package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.twostep.it.login.HttpLogin;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A4: nginx asks Keycloak before it lets anyone in. What it asks, what it passes on and what it keeps is looked at here with a
 * Keycloak that counts.
 */
@Requires(ServerProgram.NGINX)
final class NginxIT {

    private static FakeCheck keycloak;
    private static NginxServer nginx;
    private static WebApp app;

    @BeforeAll
    static void start() {
        keycloak = FakeCheck.start();
        nginx = NginxServer.start(keycloak.realm(), FakeCheck.CLIENT, keycloak.application());
        app = new WebApp(nginx.url());
    }

    @AfterAll
    static void stop() {
        nginx.close();
        keycloak.close();
    }

    /** Of somebody whom no other test knows. */
    private static Login newLogin() {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        return new Login(name, "secret-of-" + name);
    }

    private static Login acceptedLogin() {
        Login login = newLogin();
        keycloak.accept(login);
        return login;
    }

    @Test
    @DisplayName("A4: the right password opens the shared folder: write, list, read, delete")
    void folder() {
        Login login = acceptedLogin();
        String file = "/files/" + login.name() + "/notes.txt";

        assertThat(app.put(file, login, "Milk").statusCode()).isEqualTo(201);
        assertThat(app.get("/files/" + login.name() + "/", login).body()).contains("notes.txt");
        assertThat(app.get(file, login).body()).isEqualTo("Milk");
        assertThat(app.delete(file, login).statusCode()).isEqualTo(204);
        assertThat(app.get(file, login).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("A4: a wrong password is answered with 401 and Keycloak's challenge, and writes nothing")
    void wrongPassword() {
        Login right = acceptedLogin();
        Login wrong = new Login(right.name(), "guess");
        String file = "/files/" + right.name() + ".txt";

        HttpResponse<String> answer = app.put(file, wrong, "Milk");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Twostep\", charset=\"UTF-8\"");
        assertThat(app.get(file, right).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("A4: who sends no password is asked for one")
    void noPassword() {
        HttpResponse<String> answer = app.get("/files/", Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    @DisplayName("Keycloak learns who asks, about whom and from where, and nothing that the app has made up")
    void question() {
        Login login = acceptedLogin();
        Login other = acceptedLogin();

        app.get(
                "/files/",
                Map.of(
                        "Authorization", login.header(),
                        "X-Twostep-Authorization", other.header(),
                        "X-Twostep-Address", "203.0.113.7",
                        "X-Twostep-Agent", "made up",
                        "Cookie", "KEYCLOAK_IDENTITY=made-up"));

        LoggedRequest question = keycloak.questionsAbout(login).get(0);
        assertThat(question.header("Authorization").values()).containsExactly(FakeCheck.CLIENT.header());
        assertThat(question.header("X-Twostep-Authorization").values()).containsExactly(login.header());
        assertThat(question.header("X-Twostep-Address").values()).containsExactly("127.0.0.1");
        assertThat(question.header("X-Twostep-Agent").values()).containsExactly(WebApp.NAME);
        assertThat(question.containsHeader("Cookie")).isFalse();
        assertThat(keycloak.questionsAbout(other)).isEmpty();
    }

    @Test
    @DisplayName("A header that only looks like ours is no password")
    void forgedPassword() {
        Login login = acceptedLogin();

        HttpResponse<String> answer = app.get("/files/", Map.of("X-Twostep-Authorization", login.header()));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("What is uploaded goes into the folder, not to Keycloak")
    void bodyStays() {
        Login login = acceptedLogin();

        app.put("/files/" + login.name() + ".txt", login, "Milk");

        assertThat(keycloak.questionsAbout(login)).singleElement().satisfies(question -> {
            assertThat(question.getMethod().getName()).isEqualTo("GET");
            assertThat(question.getBodyAsString()).isEmpty();
        });
    }

    @Test
    @DisplayName("The application gets the names that Keycloak gave, not those that the app made up, and no password")
    void application() {
        Login login = acceptedLogin();
        String path = "/app/" + login.name();

        // The second time the names come from the answer that was kept.
        for (int i = 0; i < 2; i++) {
            app.get(
                    path,
                    Map.of(
                            "Authorization", login.header(),
                            "Remote-User", "root",
                            "Remote-Email", "root@example.org",
                            "X-Twostep-Subject", "made up"));
        }

        assertThat(keycloak.questionsAbout(login)).hasSize(1);
        assertThat(keycloak.requestsFor(path)).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("Remote-User").values()).containsExactly(login.name());
            assertThat(request.header("Remote-Email").values()).containsExactly(login.name() + "@example.org");
            assertThat(request.header("X-Twostep-Subject").values()).containsExactly(FakeCheck.subject(login.name()));
            assertThat(request.containsHeader("Authorization")).isFalse();
        });
    }

    @Test
    @DisplayName("The question itself cannot be asked from outside")
    void questionIsInternal() {
        assertThat(app.get("/twostep-auth", acceptedLogin()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("An app that opens ten connections at once costs one question")
    void oneQuestion() {
        Login login = acceptedLogin();

        List<Integer> answers =
                HttpLogin.atOnce(10, i -> app.get("/files/?" + i, login).statusCode());

        assertThat(answers).hasSize(10).containsOnly(200);
        assertThat(keycloak.questionsAbout(login)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret-of-p", "SECRET-OF-", "another password"})
    @DisplayName("While an answer is kept, another password for the same name is asked about, and refused")
    void keptForOnePassword(String other) {
        Login right = acceptedLogin();
        Login wrong = new Login(right.name(), other);
        app.get("/files/", right);

        assertThat(app.get("/files/", wrong).statusCode()).isEqualTo(401);
        assertThat(keycloak.questionsAbout(wrong)).hasSize(1);
    }

    @Test
    @DisplayName("While an answer is kept, the same password under another name is asked about, and refused")
    void keptForOneName() {
        Login right = acceptedLogin();
        Login wrong = new Login(newLogin().name(), right.secret());
        app.get("/files/", right);

        assertThat(app.get("/files/", wrong).statusCode()).isEqualTo(401);
        assertThat(keycloak.questionsAbout(wrong)).hasSize(1);
    }

    @Test
    @DisplayName("Two people with the same password are told apart, also while both answers are kept")
    void samePassword() {
        Login ada = acceptedLogin();
        Login bob = new Login(newLogin().name(), ada.secret());
        keycloak.accept(bob);

        for (Login login : List.of(ada, bob, ada, bob)) {
            String path = "/app/of/" + login.name();
            app.get(path, login);
            assertThat(keycloak.requestsFor(path)).allSatisfy(request -> assertThat(request.getHeader("Remote-User"))
                    .isEqualTo(login.name()));
        }
        assertThat(keycloak.questionsAbout(ada)).hasSize(1);
        assertThat(keycloak.questionsAbout(bob)).hasSize(1);
    }

    @Test
    @DisplayName("A refusal is not kept: a password works as soon as it exists")
    void refusalIsNotKept() {
        Login login = newLogin();
        assertThat(app.get("/files/", login).statusCode()).isEqualTo(401);

        keycloak.accept(login);

        assertThat(app.get("/files/", login).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("A revoked password works only as long as Keycloak let nginx keep the answer")
    void keptAsLongAsKeycloakSays() {
        Login login = newLogin();
        StubMapping accepted = keycloak.accept(login, 1);
        assertThat(app.get("/files/", login).statusCode()).isEqualTo(200);

        keycloak.refuse(accepted);

        Awaitility.await().until(() -> app.get("/files/", login).statusCode() == 401);
    }

    @Test
    @DisplayName("An answer that Keycloak does not let nginx keep is not kept")
    void notKept() {
        Login login = newLogin();
        keycloak.accept(login, 0);

        app.get("/files/", login);
        app.get("/files/", login);

        assertThat(keycloak.questionsAbout(login)).hasSize(2);
    }

    @Test
    @DisplayName("With a wrong secret of its own, nginx lets nobody in, and nobody is asked for a password")
    void wrongClient() {
        Login login = acceptedLogin();
        Login wrong = new Login(FakeCheck.CLIENT.name(), "not the secret");
        try (NginxServer other = NginxServer.start(keycloak.realm(), wrong, keycloak.application())) {
            HttpResponse<String> answer = new WebApp(other.url()).get("/files/", login);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    @DisplayName("When Keycloak is gone, what it answered once does not count for longer")
    void keycloakIsGone() {
        Login login = newLogin();
        FakeCheck other = FakeCheck.start();
        try (NginxServer lonely = NginxServer.start(other.realm(), FakeCheck.CLIENT, other.application())) {
            WebApp visitor = new WebApp(lonely.url());
            other.accept(login, 1);
            assertThat(visitor.get("/files/", login).statusCode()).isEqualTo(200);

            other.close();

            Awaitility.await().until(() -> visitor.get("/files/", login).statusCode() == 500);
            assertThat(visitor.get("/files/", newLogin()).statusCode()).isEqualTo(500);
        }
    }

    @Test
    @DisplayName("Neither log holds a password; the access log names who was let in")
    void logs() {
        Login right = acceptedLogin();
        Login wrong = newLogin();
        app.get("/files/nothing-here", right);
        app.get("/files/", wrong);

        Awaitility.await().until(() -> nginx.log().contains(right.name() + " ["));
        assertThat(nginx.log())
                .doesNotContain(right.secret(), right.header(), wrong.secret(), wrong.header())
                .doesNotContain(FakeCheck.CLIENT.secret(), FakeCheck.CLIENT.header())
                // who was only claimed to be
                .doesNotContain(wrong.name());
    }

    @Test
    @DisplayName("What nginx keeps is for its own eyes only")
    void keptFiles() throws IOException {
        Login login = acceptedLogin();
        app.get("/files/", login);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(nginx.answers())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(nginx.answers())) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("the key that keeps people apart")
                    .anySatisfy(file -> assertThat(Files.readString(file, ISO_8859_1))
                            .contains("KEY: " + FakeCheck.CLIENT.name() + " " + login.header()));
        }
    }
}
