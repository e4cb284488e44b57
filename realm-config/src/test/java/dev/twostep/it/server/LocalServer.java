package dev.twostep.it.server;

import dev.twostep.server.KeycloakHome;
import dev.twostep.server.KeycloakProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An unpacked distribution as a child process, in development mode, on ports that were free. */
final class LocalServer implements AutoCloseable {

    /** The first start builds the server around the jars; half a minute on two cores that have nothing else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final KeycloakProcess process;
    private final URI url;
    private final URI management;
    private final Path log;

    private LocalServer(KeycloakProcess process, URI url, URI management, Path log) {
        this.process = process;
        this.url = url;
        this.management = management;
        this.log = log;
    }

    /** Returns when the server is ready. */
    static LocalServer start(KeycloakHome home, List<String> options, Path log) throws IOException {
        int port = FreePort.find();
        int managementPort = FreePort.find();
        List<String> arguments = new ArrayList<>(List.of(
                "start-dev",
                "--import-realm",
                "--health-enabled=true",
                "--http-host=localhost",
                "--http-port=" + port,
                "--http-management-port=" + managementPort));
        arguments.addAll(options);
        KeycloakProcess process = KeycloakProcess.start(home, arguments, log);
        // For a run that is broken off; closing twice does no harm.
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        LocalServer server = new LocalServer(process, localhost(port), localhost(managementPort), log);
        server.awaitReady();
        return server;
    }

    private void awaitReady() {
        try {
            process.awaitReady(URI.create(management + "/health/ready"), PATIENCE, () -> {});
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private static URI localhost(int port) {
        return URI.create("http://localhost:" + port);
    }

    URI url() {
        return url;
    }

    URI management() {
        return management;
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        process.close();
    }
}
