package dev.twostep.push.webpush;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.twostep.push.EndpointCheck;
import dev.twostep.push.PushOutcome;
import dev.twostep.sms.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPushLineTest {

    /** Where time has to run out, and where it must not. */
    private static final Duration SHORT = Duration.ofMillis(400);

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "https://169.254.169.254/x",
                "https://127.0.0.1/x",
                "https://0.0.0.0/x",
                "https://10.0.0.1/x",
                "https://192.168.1.1/x",
                "https://100.64.0.1/x",
                "https://255.255.255.255/x",
                "https://[::1]/x",
                "https://[::]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[::ffff:7f00:1]/x",
                "https://[::127.0.0.1]/x",
                "https://[64:ff9b::7f00:1]/x",
                "https://[2002:7f00:1::]/x",
                "https://[fe80::1]/x",
                "https://[fd00:ec2::254]/x",
                "https://[ff02::1]/x",
                "https://localhost/x",
                "https://LOCALHOST/x",
                "https://localhost./x",
                "http://2130706433/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://0x7f000001/",
                "https://user@push.example/x",
                "https://push.example:8443/x",
                "http://push.example/x"
            })
    @DisplayName("attack 30: an address that is not a push service's is refused at enrolment and at send")
    void refused(String endpoint) {
        try (WebPushLine line = new WebPushLine(EndpointRules.anyPublic())) {
            assertThat(line.check(URI.create(endpoint))).isEqualTo(EndpointCheck.FORBIDDEN);
            assertThat(send(line, endpoint)).isEqualTo(PushOutcome.FORBIDDEN);
        }
    }

    @Test
    @DisplayName(
            "attack 30: a name that answers with a public address at enrolment and with ours at send gains nothing")
    void rebinding() throws Exception {
        Names names = new Names().then("1.1.1.1").then("127.0.0.1");
        try (WebPushLine line = line(EndpointRules.anyPublic(), names, LONG)) {
            assertThat(line.check(URI.create("https://push.example/x"))).isEqualTo(EndpointCheck.ALLOWED);
            assertThat(send(line, "https://push.example/x")).isEqualTo(PushOutcome.FORBIDDEN);
            assertThat(names.asked()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("attack 30: one address of ours among public ones is enough to refuse")
    void mixed() throws Exception {
        Names names = new Names().then("1.1.1.1", "10.0.0.1").then("2606:4700::1111", "1.1.1.1", "::1");
        try (WebPushLine line = line(EndpointRules.anyPublic(), names, LONG)) {
            assertThat(line.check(URI.create("https://push.example/x"))).isEqualTo(EndpointCheck.FORBIDDEN);
            assertThat(send(line, "https://push.example/x")).isEqualTo(PushOutcome.FORBIDDEN);
        }
    }

    @Test
    @DisplayName("attack 30: what was looked at is what comes out, in its order")
    void handedOut() throws UnknownHostException {
        Names names = new Names().then("2606:4700::1111", "1.1.1.1");
        assertThat(new PublicResolver(names).resolve("push.example"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("2606:4700:0:0:0:0:0:1111", "1.1.1.1");
    }

    @Test
    @DisplayName("attack 30: the name is looked up once, and the connection goes to what came out")
    void lookedUpOnce() throws Exception {
        Names names = new Names().then("127.0.0.1").then("10.255.255.1");
        try (PushService service = PushService.answering(201);
                WebPushLine line = line(trusting("http://push.example:" + service.port()), names, LONG)) {
            assertThat(send(line, "http://push.example:" + service.port() + "/x"))
                    .isEqualTo(PushOutcome.ACCEPTED);
            assertThat(names.asked()).isEqualTo(1);
            assertThat(service.received()).hasSize(1);
        }
    }

    @Test
    @DisplayName("attack 30: a trusted origin opens no other port of its host")
    void otherPort() {
        try (PushService service = PushService.answering(201);
                WebPushLine line = new WebPushLine(trusting(service.origin()))) {
            assertThat(line.check(URI.create(service.origin() + "/x"))).isEqualTo(EndpointCheck.ALLOWED);
            assertThat(send(line, service.origin() + "/x")).isEqualTo(PushOutcome.ACCEPTED);
            for (String other :
                    List.of("https://localhost/x", "http://localhost/x", "http://127.0.0.1:" + service.port())) {
                assertThat(line.check(URI.create(other))).isEqualTo(EndpointCheck.FORBIDDEN);
                assertThat(send(line, other)).isEqualTo(PushOutcome.FORBIDDEN);
            }
        }
    }

    @Test
    @DisplayName("P3: a name without an address is no push service now")
    void unknownName() throws Exception {
        try (WebPushLine line = line(EndpointRules.anyPublic(), new Names(), LONG)) {
            assertThat(line.check(URI.create("https://push.example/x"))).isEqualTo(EndpointCheck.UNRESOLVED);
            assertThat(send(line, "https://push.example/x")).isEqualTo(PushOutcome.UNREACHABLE);
        }
    }

    @Test
    @DisplayName("P3: nobody listening is UNREACHABLE")
    void nobodyThere() {
        String origin = "http://127.0.0.1:" + Ports.closed();
        try (WebPushLine line = new WebPushLine(trusting(origin))) {
            assertThat(send(line, origin + "/x")).isEqualTo(PushOutcome.UNREACHABLE);
        }
    }

    @Test
    @Timeout(30)
    @DisplayName("attack 30: a name server that never answers holds nobody up")
    void slowNames() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HostResolver names = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        };
        try (WebPushLine line = line(EndpointRules.anyPublic(), names, SHORT)) {
            assertThat(line.check(URI.create("https://push.example/x"))).isEqualTo(EndpointCheck.UNRESOLVED);
            assertThat(send(line, "https://push.example/x")).isEqualTo(PushOutcome.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @Timeout(30)
    @ValueSource(strings = {"", "HTTP/1.1 201 Created\r\n", "HTTP/1.1 100 Continue\r\n\r\n"})
    @DisplayName("attack 30: an answer that drips in, or never comes, is cut off at the deadline")
    void drips(String beginning) throws Exception {
        assertThat(dripping(beginning, SHORT)).isEqualTo(PushOutcome.UNREACHABLE);
    }

    @Test
    @Timeout(30)
    @DisplayName("attack 30: a body that drips in is not waited for")
    void drippingBody() throws Exception {
        assertThat(dripping("HTTP/1.1 201 Created\r\nContent-Length: 9999\r\n\r\n", LONG))
                .isEqualTo(PushOutcome.ACCEPTED);
        assertThat(dripping("HTTP/1.1 410 Gone\r\nTransfer-Encoding: chunked\r\n\r\n", LONG))
                .isEqualTo(PushOutcome.GONE);
    }

    /** What comes of a server that sends this and then, again and again, a header or one interim answer more. */
    private static PushOutcome dripping(String beginning, Duration total) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> drip(server, beginning));
            thread.start();
            String origin = "http://localhost:" + server.getLocalPort();
            try (WebPushLine line = line(trusting(origin), InetAddress::getAllByName, total)) {
                PushOutcome outcome = send(line, origin + "/x");
                thread.join(5_000);
                assertThat(thread.isAlive())
                        .as("the server still has a connection")
                        .isFalse();
                return outcome;
            }
        }
    }

    private static void drip(ServerSocket server, String beginning) {
        try (Socket socket = server.accept()) {
            InputStream request = socket.getInputStream();
            assertThat(request.read()).isEqualTo('P');
            socket.getOutputStream().write(beginning.getBytes(US_ASCII));
            while (!beginning.isEmpty()) {
                String more = beginning.startsWith("HTTP/1.1 100") ? beginning : "X: y\r\n";
                socket.getOutputStream().write(more.getBytes(US_ASCII));
                TimeUnit.MILLISECONDS.sleep(50);
            }
            request.readAllBytes();
        } catch (IOException | InterruptedException e) {
            // the other side has hung up, or the test is over
        }
    }

    @Test
    @DisplayName("attack 30: headers without an end fill no memory")
    void endlessHeaders() {
        try (PushService service = new PushService(exchange -> {
                    for (int i = 0; i < 150; i++) {
                        exchange.getResponseHeaders().add("X-" + i, "y");
                    }
                    PushService.answer(exchange, 201);
                });
                PushService wide = new PushService(exchange -> {
                    exchange.getResponseHeaders().add("X", "y".repeat(10_000));
                    PushService.answer(exchange, 201);
                });
                WebPushLine line = new WebPushLine(trusting(service.origin(), wide.origin()))) {
            assertThat(send(line, service.origin())).isEqualTo(PushOutcome.UNREACHABLE);
            assertThat(send(line, wide.origin())).isEqualTo(PushOutcome.UNREACHABLE);
        }
    }

    @Test
    @DisplayName("P3: a large body is not read, and costs only its connection")
    void largeBody() {
        try (PushService service = new PushService(exchange -> {
                    exchange.sendResponseHeaders(410, 50_000_000);
                    pour(exchange);
                });
                WebPushLine line = new WebPushLine(trusting(service.origin()))) {
            assertThat(send(line, service.origin())).isEqualTo(PushOutcome.GONE);
            assertThat(send(line, service.origin())).isEqualTo(PushOutcome.GONE);
        }
    }

    private static void pour(HttpExchange exchange) throws IOException {
        try (exchange) {
            for (int i = 0; i < 50; i++) {
                exchange.getResponseBody().write(new byte[1_000_000]);
            }
        } catch (IOException hungUp) {
            exchange.getRequestBody().close();
        }
    }

    @Test
    @DisplayName("P3: a certificate nobody vouches for, or of another host, is UNREACHABLE; the right one is taken")
    void tls(@TempDir Path folder) throws Exception {
        KeyStore keys = certificate(folder, "push.example");
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverSide(keys)));
        server.createContext("/", exchange -> PushService.answer(exchange, 201));
        server.start();
        String right = "https://push.example:" + server.getAddress().getPort();
        String wrong = "https://other.example:" + server.getAddress().getPort();
        EndpointRules rules = trusting(right, wrong);
        HostResolver here = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        try (WebPushLine vouched = new WebPushLine(rules, here, clientSide(keys), LONG, LONG);
                WebPushLine strange = new WebPushLine(rules, here, SSLContext.getDefault(), LONG, LONG)) {
            assertThat(send(vouched, right)).isEqualTo(PushOutcome.ACCEPTED);
            assertThat(send(vouched, wrong)).isEqualTo(PushOutcome.UNREACHABLE);
            assertThat(send(strange, right)).isEqualTo(PushOutcome.UNREACHABLE);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisplayName("P3: a line that was closed sends nothing more")
    void closed() {
        try (PushService service = PushService.answering(201)) {
            WebPushLine line = new WebPushLine(trusting(service.origin()));
            line.close();
            assertThat(send(line, service.origin())).isEqualTo(PushOutcome.UNREACHABLE);
            assertThat(service.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("P3: who is interrupted while sending stays interrupted")
    void interrupted() {
        try (PushService service = PushService.answering(201);
                WebPushLine line = new WebPushLine(trusting(service.origin()))) {
            Thread.currentThread().interrupt();
            assertThat(send(line, service.origin())).isEqualTo(PushOutcome.UNREACHABLE);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static PushOutcome send(WebPushLine line, String endpoint) {
        URI uri = URI.create(endpoint);
        return line.destination(uri)
                .map(to -> line.post(to, uri, Map.of("TTL", "1"), new byte[] {1}))
                .orElse(PushOutcome.FORBIDDEN);
    }

    private static EndpointRules trusting(String... origins) {
        return EndpointRules.of("endpoints", List.of(origins), false);
    }

    private static WebPushLine line(EndpointRules rules, HostResolver names, Duration total)
            throws NoSuchAlgorithmException {
        return new WebPushLine(rules, names, SSLContext.getDefault(), total, total);
    }

    /** Answers each look-up in its own way, and none that nobody told it about. */
    private static final class Names implements HostResolver {

        private final Deque<String[]> answers = new ArrayDeque<>();
        private final AtomicInteger asked = new AtomicInteger();

        Names then(String... addresses) {
            answers.add(addresses);
            return this;
        }

        int asked() {
            return asked.get();
        }

        @Override
        public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
            asked.incrementAndGet();
            if (answers.isEmpty()) {
                throw new UnknownHostException();
            }
            String[] addresses = answers.remove();
            InetAddress[] resolved = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                resolved[i] = InetAddress.getByAddress(
                        host, InetAddress.getByName(addresses[i]).getAddress());
            }
            return resolved;
        }
    }

    private static KeyStore certificate(Path folder, String host) throws Exception {
        Path file = folder.resolve("keys.p12");
        List<String> command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair -alias push -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12",
                        "-dname CN=push -storepass changeit -ext san=dns:" + host + " -keystore " + file)
                .flatMap(part -> part.startsWith("-") ? Arrays.stream(part.split(" ", -1)) : Stream.of(part))
                .toList();
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes(), US_ASCII))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext serverSide(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    private static SSLContext clientSide(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("push", keys.getCertificate("push"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        return tls;
    }
}
