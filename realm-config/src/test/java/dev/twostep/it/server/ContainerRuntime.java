package dev.twostep.it.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.Testcontainers;

/** The official image, with the same jars, realm and options. */
final class ContainerRuntime implements KeycloakRuntime {

    private static final String IMAGE = "quay.io/keycloak/keycloak:";
    private static final String LOG = "/tmp/keycloak.log";
    private static final String THIS_MACHINE = "host.testcontainers.internal";

    private final KeycloakContainer container;

    private ContainerRuntime(KeycloakContainer container) {
        this.container = container;
    }

    // The runtime that is returned closes the container.
    @SuppressWarnings("resource")
    static KeycloakRuntime start(FakeTwilio twilio, FakeHttpGateway httpGateway) {
        Testcontainers.exposeHostPorts(twilio.port(), httpGateway.port());
        List<String> options = ServerOptions.of(THIS_MACHINE, twilio, httpGateway, LOG);
        KeycloakContainer container = new KeycloakContainer(IMAGE + System.getProperty("keycloak.version"))
                .withAdminUsername("admin")
                .withAdminPassword("admin")
                .withRealmImportFile("/twostep-realm.json")
                .withProviderLibsFrom(
                        BuildFiles.providers().stream().map(Path::toFile).toList())
                .withCustomCommand(String.join(" ", options));
        container.start();
        return new ContainerRuntime(container);
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
        Path copy = BuildFiles.target("server").resolve("keycloak-container.log");
        container.copyFileFromContainer(LOG, copy.toString());
        return copy;
    }

    @Override
    public void close() {
        container.stop();
    }
}
