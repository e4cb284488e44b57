package dev.twostep.it.server;

import dev.twostep.server.KeycloakHome;
import dev.twostep.server.ShippedRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** The distribution from Maven Central as a child process, with a fresh database in a file. */
final class DistributionRuntime implements KeycloakRuntime {

    private final LocalServer server;

    private DistributionRuntime(LocalServer server) {
        this.server = server;
    }

    static KeycloakRuntime start(FakeTwilio twilio, FakeHttpGateway httpGateway) {
        Path folder = BuildFiles.target("server");
        try {
            KeycloakHome home = KeycloakHome.copyOf(
                    BuildFiles.distribution(),
                    folder.resolve(BuildFiles.distribution().getFileName()));
            home.deleteData();
            home.install(BuildFiles.providers());
            home.offerRealm(ShippedRealm.NAME, ShippedRealm.json());
            return new DistributionRuntime(LocalServer.start(
                    home, ServerOptions.of("localhost", twilio, httpGateway), folder.resolve("keycloak.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public URI management() {
        return server.management();
    }

    @Override
    public Path log() {
        return server.log();
    }

    @Override
    public void close() {
        server.close();
    }
}
