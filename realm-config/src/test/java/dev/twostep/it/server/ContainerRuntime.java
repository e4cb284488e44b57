package dev.twostep.it.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** The official image, with the same jars, realm and options. */
final class ContainerRuntime implements KeycloakRuntime {

    private static final String IMAGE = "quay.io/keycloak/keycloak:";
    /** Docker's own way to the machine that it runs on; Testcontainers' would need a second image. */
    static final String THIS_MACHINE = "host.docker.internal";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final KeycloakContainer container;
    private final Path log;

    private ContainerRuntime(KeycloakContainer container, Path log) {
        this.container = container;
        this.log = log;
    }

    // The runtime that is returned closes the container.
    @SuppressWarnings("resource")
    static KeycloakRuntime start(FakeTwilio twilio, FakeHttpGateway httpGateway) {
        List<String> options = ServerOptions.of(THIS_MACHINE, twilio, httpGateway);
        Path log = emptyLog();
        KeycloakContainer container = new KeycloakContainer(IMAGE + System.getProperty("keycloak.version"))
                .withAdminUsername("admin")
                .withAdminPassword("admin")
                .withExtraHost(THIS_MACHINE, "host-gateway")
                .withRealmImportFile("/twostep-realm.json")
                .withProviderLibsFrom(
                        BuildFiles.providers().stream().map(Path::toFile).toList())
                .withStartupTimeout(PATIENCE)
                .withLogConsumer(frame -> append(log, frame.getBytes()));
        // Development mode listens on the container's own loopback, unless the image says that it is one.
        container.withCustomCommand("--http-host=0.0.0.0");
        options.forEach(container::withCustomCommand);
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
