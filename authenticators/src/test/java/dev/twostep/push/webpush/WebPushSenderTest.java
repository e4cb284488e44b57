package dev.twostep.push.webpush;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.twostep.push.EndpointCheck;
import dev.twostep.push.FakePhone;
import dev.twostep.push.PushOutcome;
import dev.twostep.push.webpush.PushService.Received;
import dev.twostep.sms.LogRecorder;
import dev.twostep.sms.Ports;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebPushSenderTest {

    private static final Duration TTL = Duration.ofSeconds(90);
    private static final byte[] PAYLOAD = "{\"type\":\"login-request\"}".getBytes(UTF_8);

    private final FakePhone phone = new FakePhone();
    private final VapidKey key = VapidKey.generate(new SecureRandom());

    @Test
    @DisplayName("P3: RFC 8030: one POST, which the phone can read and the push service cannot")
    void request() throws Exception {
        try (PushService service = PushService.answering(201);
                WebPushLine line = line(service.origin())) {
            assertThat(send(line, service.origin() + "/a/../b%2fc//d;e?f=%20g")).isEqualTo(PushOutcome.ACCEPTED);

            Received request = service.received().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/a/../b%2fc//d;e?f=%20g");
            assertThat(request.headers().get("Host")).containsExactly("localhost:" + service.port());
            assertThat(request.headers().get("TTL")).containsExactly("90");
            assertThat(request.headers().get("Urgency")).containsExactly("high");
            assertThat(request.headers().get("Content-Encoding")).containsExactly("aes128gcm");
            assertThat(request.headers().get("Content-Type")).containsExactly("application/octet-stream");
            assertThat(request.headers().getFirst("Authorization"))
                    .startsWith("vapid t=")
                    .endsWith(", k=" + key.applicationServerKey());
            assertThat(request.headers()).doesNotContainKeys("Topic", "Cookie", "Transfer-encoding");
            assertThat(phone.decrypt(request.body().array())).isEqualTo(PAYLOAD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, ACCEPTED",
        "201, ACCEPTED",
        "202, ACCEPTED",
        "204, ACCEPTED",
        "300, REFUSED",
        "301, REFUSED",
        "302, REFUSED",
        "304, REFUSED",
        "307, REFUSED",
        "308, REFUSED",
        "400, REFUSED",
        "401, REFUSED",
        "403, REFUSED",
        "407, REFUSED",
        "408, REFUSED",
        "413, REFUSED",
        "404, GONE",
        "410, GONE",
        "429, BUSY",
        "500, BUSY",
        "502, BUSY",
        "503, BUSY",
        "504, BUSY"
    })
    @DisplayName("P3: what each status means; and none of them is answered by a second request")
    void statuses(int status, PushOutcome outcome) {
        try (PushService service = PushService.answering(status);
                WebPushLine line = line(service.origin())) {
            assertThat(send(line, service.origin() + "/x")).isEqualTo(outcome);
            assertThat(service.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    @DisplayName("attack 30: a redirect leads nowhere")
    void redirects(int status) {
        try (PushService inside = PushService.answering(201);
                PushService service = new PushService(exchange -> {
                    exchange.getResponseHeaders().add("Location", inside.origin() + "/metadata");
                    PushService.answer(exchange, status);
                });
                WebPushLine line = line(service.origin(), inside.origin())) {
            assertThat(send(line, service.origin() + "/x")).isEqualTo(PushOutcome.REFUSED);
            assertThat(inside.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("P3: neither cookies nor a demand for a password are answered")
    void stateless() {
        try (PushService service = new PushService(exchange -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "a=b");
                    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=x");
                    PushService.answer(exchange, 401);
                });
                WebPushLine line = line(service.origin())) {
            send(line, service.origin() + "/x");
            send(line, service.origin() + "/x");
            assertThat(service.received()).hasSize(2);
            assertThat(service.received().get(1).headers()).doesNotContainKey("Cookie");
            assertThat(service.received().get(1).headers().getFirst("Authorization"))
                    .startsWith("vapid ");
        }
    }

    @Test
    @DisplayName(
            "attack 30: a proxy that the JVM names for HTTP is not asked, because it would look the name up by itself")
    void proxy() {
        Map<String, String> proxy = Map.of(
                "http.proxyHost", "127.0.0.1",
                "http.proxyPort", Integer.toString(Ports.closed()),
                "http.nonProxyHosts", "");
        proxy.forEach(System::setProperty);
        try (PushService service = PushService.answering(201);
                WebPushLine line = line(service.origin())) {
            assertThat(send(line, service.origin() + "/x")).isEqualTo(PushOutcome.ACCEPTED);
        } finally {
            proxy.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    @DisplayName("P3: a connection is kept for the next notification, if nothing is left in it")
    void keptConnection() {
        try (PushService service = PushService.answering(201);
                WebPushLine line = line(service.origin())) {
            send(line, service.origin() + "/x");
            send(line, service.origin() + "/y");
            assertThat(service.received())
                    .extracting(Received::from)
                    .hasSize(2)
                    .containsOnly(service.received().get(0).from());
        }
    }

    @Test
    @DisplayName("attack 30: whether it would be sent can be asked before a subscription is kept")
    void check() {
        try (WebPushLine line = line("https://push.example:8443")) {
            assertThat(sender(line).check(phone.at("https://push.example:8443/x")))
                    .isEqualTo(EndpointCheck.ALLOWED);
            assertThat(sender(line).check(phone.at("https://169.254.169.254/x")))
                    .isEqualTo(EndpointCheck.FORBIDDEN);
        }
    }

    @Test
    @DisplayName("K4: an outcome is counted by its name")
    void labels() {
        assertThat(PushOutcome.values())
                .extracting(PushOutcome::label)
                .containsExactly("accepted", "gone", "refused", "busy", "unreachable", "forbidden");
    }

    @Test
    @DisplayName("P3: many threads send through one line")
    void manyThreads() {
        try (PushService service = PushService.answering(201);
                WebPushLine line = line(service.origin())) {
            List<CompletableFuture<PushOutcome>> all = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(line, service.origin() + "/" + i)))
                    .toList();
            assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(PushOutcome.ACCEPTED));
            assertThat(service.received()).hasSize(24);
        }
    }

    @Test
    @DisplayName("P3: a notification is kept for no time less than none; one that is too long is a defect")
    void bounds() {
        try (PushService service = PushService.answering(201);
                WebPushLine line = line(service.origin())) {
            sender(line).send(phone.at(service.origin() + "/x"), PAYLOAD, Duration.ofSeconds(-1));
            assertThat(service.received().get(0).headers().get("TTL")).containsExactly("0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sender(line).send(phone.at(service.origin() + "/x"), new byte[1024], TTL));
        }
    }

    @Test
    @DisplayName("P3: no endpoint, key, token or text in the log at its finest, or in what prints")
    void nothingLeaks() {
        LogRecorder log = new LogRecorder();
        log.start();
        try (PushService taking = PushService.answering(201);
                PushService broken = new PushService(exchange -> exchange.close());
                WebPushLine line = line(taking.origin(), broken.origin(), "http://localhost:" + Ports.closed())) {
            StringBuilder said = new StringBuilder();
            for (String endpoint : List.of(
                    taking.origin(),
                    broken.origin(),
                    "https://localhost",
                    "https://10.0.0.1",
                    "https://nowhere.invalid")) {
                said.append(send(line, endpoint + "/c0ffee")).append(phone.at(endpoint + "/c0ffee"));
            }
            said.append(log.text());
            String token = taking.received().get(0).headers().getFirst("Authorization");
            assertThat(said)
                    .contains("org.apache.http") // so it has listened
                    .doesNotContain("c0ffee")
                    .doesNotContain("login-request")
                    .doesNotContain(token.substring(8, 40))
                    .doesNotContain(phone.p256dh())
                    .doesNotContain(phone.auth())
                    .doesNotContain("vapid");
        } finally {
            log.stop();
        }
    }

    private PushOutcome send(WebPushLine line, String endpoint) {
        return sender(line).send(phone.at(endpoint), PAYLOAD, TTL);
    }

    private WebPushSender sender(WebPushLine line) {
        return new WebPushSender(
                line, new Vapid(key, "mailto:admin@example.org", InstantSource.system()), new SecureRandom());
    }

    private static WebPushLine line(String... trusted) {
        return new WebPushLine(EndpointRules.of("endpoints", List.of(trusted), false));
    }
}
