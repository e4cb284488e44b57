package dev.twostep.it.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;

/** Somebody's text-message service on loopback, at {@code /send}: takes everything, unless told otherwise for a number. */
public final class FakeHttpGateway implements AutoCloseable {

    static final String PATH = "/send";

    private static final int RULE_FOR_A_NUMBER = 1;
    private static final int RULE_FOR_ALL = 9;

    private final WireMockServer server;

    private FakeHttpGateway(WireMockServer server) {
        this.server = server;
    }

    public static FakeHttpGateway start(String address) {
        FakeHttpGateway gateway = new FakeHttpGateway(
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress(address)));
        gateway.server.start();
        gateway.server.stubFor(any(urlPathEqualTo(PATH))
                .atPriority(RULE_FOR_ALL)
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"status\": \"ok\", \"id\": \"fake-1\"}")));
        return gateway;
    }

    public int port() {
        return server.port();
    }

    /** From now on a request whose body holds {@code number} gets this answer. */
    public void answer(String number, int status, String body) {
        server.stubFor(to(number).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    /** From now on a request whose body holds {@code number} is taken after a while. */
    public void delay(String number, Duration wait) {
        server.stubFor(
                to(number).willReturn(aResponse().withStatus(200).withFixedDelay(Math.toIntExact(wait.toMillis()))));
    }

    /** All requests since the start whose body holds {@code number}, in order. */
    public List<LoggedRequest> requestsFor(String number) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(PATH)).withRequestBody(containing(number)));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MappingBuilder to(String number) {
        return any(urlPathEqualTo(PATH)).atPriority(RULE_FOR_A_NUMBER).withRequestBody(containing(number));
    }
}
