package dev.twostep.it.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.testcontainers.Testcontainers;

/** The official image, with the same jars, realm and options. */
final class ContainerRuntime implements KeycloakRuntime {

    private static final String IMAGE = "quay.io/keycloak/keycloak:";
    private static final String THIS_MACHINE = "host.testcontainers.internal";

    private final KeycloakContainer container;
    private final Path log;

    private ContainerRuntime(KeycloakContainer container, Path log) {
        this.container = container;
        this.log = log;
    }

    // The runtime that is returned closes the container.
    @SuppressWarnings("resource")
    static KeycloakRuntime start(FakeTwilio twilio, FakeHttpGateway httpGateway) {
        Testcontainers.exposeHostPorts(twilio.port(), httpGateway.port());
        List<String> options = ServerOptions.of(THIS_MACHINE, twilio, httpGateway);
        Path log = emptyLog();
        KeycloakContainer container = new KeycloakContainer(IMAGE + System.getProperty("keycloak.version"))
                .withAdminUsername("admin")
                .withAdminPassword("admin")
                .withRealmImportFile("/twostep-realm.json")
                .withProviderLibsFrom(
                        BuildFiles.providers().stream().map(Path::toFile).toList())
                .withCustomCommand(String.join(" ", options))
                .withLogConsumer(frame -> append(log, frame.getBytes()));
        container.start();
        return new ContainerRuntime(container, log);
    }

    private static Path emptyLog() {
        Path log = BuildFiles.target("server").resolve("keycloak.log");
        try {
            return Files.write(log, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path log, byte[] text) {
        try {
            Files.write(log, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return URI.create(container.getAuthServerUrl());
    }

    @Override
    public URI management() {
        return URI.create(container.getMgmtServerUrl());
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        container.stop();
    }
}
