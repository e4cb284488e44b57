package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A server as a child process that stays in the foreground and listens on loopback, until {@link #close()}. */
final class ForegroundServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 1000;

    private final Process process;
    private final Path log;

    private ForegroundServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Returns when somebody listens on the port.
     *
     * @param log gets what the server prints; it may write there itself as well
     * @throws IllegalStateException with the log, if the server ends or does not listen in time
     */
    static ForegroundServer start(List<String> command, int port, Path log) throws IOException {
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        ForegroundServer server = new ForegroundServer(process, log);
        // For a run that is broken off; closing twice does no harm.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.awaitReady(command.get(0), port);
        return server;
    }

    private void awaitReady(String name, int port) throws IOException {
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive() || listens(port));
        } catch (ConditionTimeoutException e) {
            close();
            throw new IllegalStateException(name + " does not listen after " + PATIENCE + ":\n" + log(), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with status " + process.exitValue() + ":\n" + log());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    /** All that it has logged so far. */
    String log() {
        try {
            return Files.readString(log, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
