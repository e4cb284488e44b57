package dev.twostep.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The options of the server under test, in one place for both runtimes. */
final class ServerOptions {

    /**
     * A test looks for secrets in the log, so it has everything at TRACE, each value that Hibernate binds included; but not the
     * rest of the stores, which drown it.
     */
    private static final String LEVEL = "trace,org.hibernate:info,org.hibernate.orm.jdbc.bind:trace,"
            + "org.infinispan:info,com.arjuna:info,liquibase:info";

    /** Where tests may run a push service; the server has to know beforehand. */
    static final int PUSH_SERVICE = freePort();

    private ServerOptions() {}

    private static int freePort() {
        try {
            return FreePort.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param host under which the server sees this machine's loopback */
    static List<String> of(String host, FakeTwilio twilio, FakeHttpGateway httpGateway) {
        return Stream.of(server(), twilio(host, twilio), http(host, httpGateway), push())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> server() {
        return List.of(
                "--metrics-enabled=true",
                "--event-metrics-user-enabled=true",
                "--log-level=" + System.getProperty("keycloak.log.level", LEVEL));
    }

    private static List<String> push() {
        return List.of("--spi-twostep-push--default--push-services=http://localhost:" + PUSH_SERVICE);
    }

    private static List<String> twilio(String host, FakeTwilio twilio) {
        return List.of(
                "--spi-twostep--twilio--account-sid=AC00000000000000000000000000000001",
                "--spi-twostep--twilio--api-key=SK00000000000000000000000000000002",
                "--spi-twostep--twilio--api-secret=secret-of-the-fake-twilio",
                "--spi-twostep--twilio--messaging-service-sid=MG00000000000000000000000000000003",
                "--spi-twostep--twilio--api-base-url=http://" + host + ":" + twilio.port(),
                // From within a container this machine is another one.
                "--spi-twostep--twilio--allow-plain-http=true");
    }

    private static List<String> http(String host, FakeHttpGateway gateway) {
        return List.of(
                "--spi-twostep--http--url=http://" + host + ":" + gateway.port() + FakeHttpGateway.PATH
                        + "?ttl={validity-seconds}",
                "--spi-twostep--http--body={\"to\":\"{to}\",\"text\":\"{body}\"}",
                "--spi-twostep--http--headers=X-Route: codes | X-Team: sign in",
                "--spi-twostep--http--auth=bearer",
                "--spi-twostep--http--auth-secret=token-of-the-fake-gateway",
                "--spi-twostep--http--success-json=/status=ok|queued",
                "--spi-twostep--http--message-id=/id",
                "--spi-twostep--http--allow-plain-http=true");
    }
}
