package dev.twostep.it.server;

import java.util.List;
import java.util.stream.Stream;

/** The options of the server under test, in one place for both runtimes. */
final class ServerOptions {

    /**
     * Everything at TRACE but the stores: Hibernate logs each value that it binds, a full phone number included, as it
     * does for any secret of Keycloak's own, and Infinispan drowns the rest.
     */
    private static final String LEVEL = "trace,org.hibernate:info,org.infinispan:info,com.arjuna:info,liquibase:info";

    private ServerOptions() {}

    /**
     * @param host    under which the server sees this machine's loopback
     * @param logFile as the server sees it
     */
    static List<String> of(String host, FakeTwilio twilio, FakeHttpGateway httpGateway, String logFile) {
        return Stream.of(server(logFile), twilio(host, twilio), http(host, httpGateway))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> server(String logFile) {
        return List.of(
                "--import-realm",
                "--health-enabled=true",
                "--metrics-enabled=true",
                "--event-metrics-user-enabled=true",
                "--log=console,file",
                "--log-file=" + logFile,
                // A test looks for secrets in this file, so all of it is kept.
                "--log-file-rotation-enabled=false",
                "--log-level=" + System.getProperty("keycloak.log.level", LEVEL),
                "--log-console-level=info",
                "--log-file-level=trace");
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
