package dev.twostep.it.server;

import java.net.URI;
import java.nio.file.Path;

/** A running Keycloak with Twostep in it and the realm {@code twostep} imported. There is one for the whole run. */
public interface KeycloakRuntime extends AutoCloseable {

    /** Without a slash at the end. */
    URI url();

    /** Where {@code /metrics} and {@code /health} are. */
    URI management();

    /** All that the server has logged so far, TRACE included. */
    Path log();

    @Override
    void close();

    /** Starts the one that {@code -Dkeycloak.runtime=} names. */
    static KeycloakRuntime start(FakeTwilio twilio, FakeHttpGateway httpGateway) {
        return inContainer()
                ? ContainerRuntime.start(twilio, httpGateway)
                : DistributionRuntime.start(twilio, httpGateway);
    }

    /** The address of this machine at which the server can reach what the tests run for it. */
    static String addressForNeighbours() {
        return inContainer() ? "0.0.0.0" : "localhost";
    }

    /** The name by which the server reaches what the tests run for it. */
    static String thisMachine() {
        return inContainer() ? ContainerRuntime.THIS_MACHINE : "localhost";
    }

    /** The port of loopback at which phones may be woken. */
    static int pushService() {
        return ServerOptions.PUSH_SERVICE;
    }

    static boolean inContainer() {
        String wanted = System.getProperty("keycloak.runtime", "distribution");
        return switch (wanted) {
            case "distribution" -> false;
            case "container" -> true;
            default ->
                throw new IllegalArgumentException("keycloak.runtime is distribution or container, not " + wanted);
        };
    }
}
