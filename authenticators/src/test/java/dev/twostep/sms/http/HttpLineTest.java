package dev.twostep.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.twostep.sms.Ports;
import dev.twostep.sms.http.HttpAnswer.Answered;
import dev.twostep.sms.http.HttpAnswer.NotReached;
import dev.twostep.sms.http.HttpAnswer.Silence;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class HttpLineTest {

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final HttpLine line = new HttpLine(Duration.ofSeconds(1), Duration.ofSeconds(5), new Random(1));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    @Test
    @DisplayName("an endless answer fills no memory: its first 64 KB are kept")
    void endlessAnswer() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1_000_000))));
        assertThat(line.exchange(to(SERVER.baseUrl()))).isEqualTo(new Answered(200, "x".repeat(65_536)));
    }

    @Test
    @DisplayName("nobody listening, or no such host: surely nothing was handed over")
    void nobodyThere() {
        assertThat(line.exchange(to("http://127.0.0.1:" + Ports.closed())))
                .isEqualTo(new NotReached("connect-refused"));
        assertThat(line.exchange(to("http://nowhere.invalid"))).isEqualTo(new NotReached("connect-refused"));
    }

    @Test
    @DisplayName("a certificate that nobody vouches for ends it before anything is sent")
    void unknownCertificate() {
        WireMockServer tls = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
        tls.start();
        // a first handshake takes seconds on a busy machine, and counts as connecting
        HttpLine patient = new HttpLine(Duration.ofMinutes(1), Duration.ofMinutes(2), new Random(1));
        try {
            assertThat(patient.exchange(to("https://localhost:" + tls.httpsPort())))
                    .isEqualTo(new NotReached("tls"));
            assertThat(tls.findAll(anyRequestedFor(anyUrl()))).isEmpty();
        } finally {
            tls.stop();
        }
    }

    @Test
    @DisplayName("the further try, too, ends with the total time")
    void furtherTryIsBounded() {
        SERVER.stubFor(any(anyUrl())
                .inScenario("two")
                .whenScenarioStateIs("Started")
                .willSetStateTo("slow")
                .willReturn(aResponse().withStatus(429)));
        SERVER.stubFor(any(anyUrl())
                .inScenario("two")
                .whenScenarioStateIs("slow")
                .willReturn(aResponse().withFixedDelay(3_000)));
        HttpLine hasty = new HttpLine(Duration.ofSeconds(1), Duration.ofMillis(700), new Random(1));
        assertThat(hasty.exchange(to(SERVER.baseUrl()))).isEqualTo(new Silence("timeout"));
    }

    @Test
    @DisplayName("without time left for it there is no further try")
    void noTimeLeft() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withFixedDelay(480)));
        HttpLine hasty = new HttpLine(Duration.ofSeconds(1), Duration.ofMillis(520), new Random(1));
        hasty.exchange(to(SERVER.baseUrl()));
        assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
    }

    @Test
    @DisplayName("an interrupted thread stays interrupted")
    void interrupted() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(3_000)));
        Thread.currentThread().interrupt();
        assertThat(line.exchange(to(SERVER.baseUrl()))).isEqualTo(new Silence("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static HttpRequest to(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }
}
