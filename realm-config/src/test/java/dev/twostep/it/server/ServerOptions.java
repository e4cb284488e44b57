package dev.twostep.it.server;

import java.util.List;

/** The options of the server under test, in one place for both runtimes. */
final class ServerOptions {

    /**
     * A test looks for secrets in the log, so it has everything at TRACE but the stores: Hibernate logs each value that it binds, a full phone number included, as it
     * does for any secret of Keycloak's own, and Infinispan drowns the rest.
     */
    private static final String LEVEL = "trace,org.hibernate:info,org.infinispan:info,com.arjuna:info,liquibase:info";

    private ServerOptions() {}

    /** @param host under which the server sees this machine's loopback */
    static List<String> of(String host, FakeTwilio twilio, FakeHttpGateway httpGateway) {
        return List.of(
                "--metrics-enabled=true",
                "--event-metrics-user-enabled=true",
                "--log-level=" + System.getProperty("keycloak.log.level", LEVEL));
    }
}
