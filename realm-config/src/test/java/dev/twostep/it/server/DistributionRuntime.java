package dev.twostep.it.server;

import dev.twostep.server.KeycloakHome;
import dev.twostep.server.KeycloakProcess;
import dev.twostep.server.ShippedRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The distribution from Maven Central as a child process, with a fresh database in a file. */
final class DistributionRuntime implements KeycloakRuntime {

    /** The first start builds the server around the jars; half a minute on two cores that have nothing else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final KeycloakProcess process;
    private final URI url;
    private final URI management;
    private final Path log;

    private DistributionRuntime(KeycloakProcess process, URI url, URI management, Path log) {
        this.process = process;
        this.url = url;
        this.management = management;
        this.log = log;
    }

    static KeycloakRuntime start(FakeTwilio twilio, FakeHttpGateway httpGateway) {
        Path folder = BuildFiles.target("server");
        Path log = folder.resolve("keycloak.log");
        try {
            KeycloakHome home = KeycloakHome.copyOf(
                    BuildFiles.distribution(),
                    folder.resolve(BuildFiles.distribution().getFileName()));
            home.deleteData();
            home.install(BuildFiles.providers());
            home.offerRealm(ShippedRealm.NAME, ShippedRealm.json());
            int port = freePort();
            int managementPort = freePort();
            List<String> arguments = new ArrayList<>(List.of(
                    "start-dev",
                    "--import-realm",
                    "--health-enabled=true",
                    "--http-host=localhost",
                    "--http-port=" + port,
                    "--http-management-port=" + managementPort));
            arguments.addAll(ServerOptions.of("localhost", twilio, httpGateway));
            KeycloakProcess process = KeycloakProcess.start(home, arguments, log);
            // For a run that is broken off; closing twice does no harm.
            Runtime.getRuntime().addShutdownHook(new Thread(process::close));
            KeycloakRuntime runtime = new DistributionRuntime(process, localhost(port), localhost(managementPort), log);
            awaitReady(process, runtime);
            return runtime;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(KeycloakProcess process, KeycloakRuntime runtime) {
        try {
            process.awaitReady(URI.create(runtime.management() + "/health/ready"), PATIENCE, () -> {});
        } catch (InterruptedException e) {
            runtime.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        } catch (IllegalStateException e) {
            runtime.close();
            throw e;
        }
    }

    private static URI localhost(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public URI management() {
        return management;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        process.close();
    }
}
