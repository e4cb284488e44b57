package dev.twostep.it.thirdparty;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * Answers nginx as Keycloak does, and counts the questions, which Keycloak could not tell. It is also the application
 * behind nginx.
 */
final class FakeCheck implements AutoCloseable {

    static final Login CLIENT = new Login("demo-mail", "demo-mail-secret");
    /** How long Keycloak lets nginx keep a 200. */
    static final int SECONDS = 30;

    private static final String PATH = "/realms/twostep/twostep/app-passwords/nginx";
    private static final String PERSON = "X-Twostep-Authorization";

    private static final int RULE_FOR_STRANGERS = 1;
    private static final int RULE_FOR_A_LOGIN = 2;
    private static final int RULE_FOR_ALL = 9;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private FakeCheck() {}

    static FakeCheck start() {
        FakeCheck check = new FakeCheck();
        check.server.start();
        check.server.stubFor(question()
                .atPriority(RULE_FOR_STRANGERS)
                .withHeader("Authorization", not(equalTo(CLIENT.header())))
                .willReturn(aResponse().withStatus(403)));
        check.server.stubFor(question()
                .atPriority(RULE_FOR_ALL)
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("WWW-Authenticate", "Basic realm=\"Twostep\", charset=\"UTF-8\"")));
        check.server.stubFor(any(urlPathMatching("/app/.*"))
                .atPriority(RULE_FOR_ALL)
                .willReturn(aResponse().withBody("the application")));
        return check;
    }

    URI realm() {
        return URI.create(server.baseUrl() + "/realms/twostep");
    }

    URI application() {
        return URI.create(server.baseUrl());
    }

    /** From now on this login is right. */
    StubMapping accept(Login login) {
        return accept(login, SECONDS);
    }

    StubMapping accept(Login login, int seconds) {
        return server.stubFor(question()
                .atPriority(RULE_FOR_A_LOGIN)
                .withHeader(PERSON, equalTo(login.header()))
                .willReturn(aResponse()
                        .withStatus(200)
                        // As Keycloak's other answers have it: nginx must go by the last one.
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Accel-Expires", String.valueOf(seconds))
                        .withHeader("Remote-User", login.name())
                        .withHeader("Remote-Email", login.name() + "@example.org")
                        .withHeader("X-Twostep-Subject", subject(login.name()))));
    }

    /** From now on it is wrong, like one that was revoked. */
    void refuse(StubMapping accepted) {
        server.removeStub(accepted);
    }

    static String subject(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    /** How often nginx has asked about this login. */
    List<LoggedRequest> questionsAbout(Login login) {
        return server.findAll(getRequestedFor(urlEqualTo(PATH)).withHeader(PERSON, equalTo(login.header())));
    }

    /** What the application has been asked for under this path. */
    List<LoggedRequest> requestsFor(String path) {
        return server.findAll(anyRequestedFor(urlEqualTo(path)));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MappingBuilder question() {
        return get(urlEqualTo(PATH));
    }
}
