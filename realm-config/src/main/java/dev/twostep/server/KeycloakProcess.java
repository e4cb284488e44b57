package dev.twostep.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running Keycloak, on the JDK that runs us, until {@link #close()}. */
public final class KeycloakProcess implements AutoCloseable {

    private static final Duration POLITENESS = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int LINES_OF_BAD_NEWS = 30;

    private final Process process;
    private final Path output;

    private KeycloakProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param arguments what follows {@code kc.sh}
     * @param output    file that gets all the server prints
     */
    public static KeycloakProcess start(KeycloakHome home, List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.script().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.dir().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        // Only our options count, not those of another server on this machine.
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.equals("JAVA"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        Process process = builder.start();
        process.getOutputStream().close();
        return new KeycloakProcess(process, output);
    }

    /**
     * Waits until the server answers there.
     *
     * @param meanwhile done again and again until then
     * @throws IllegalStateException with the server's errors and last lines, if it ends or is not ready in time
     */
    public void awaitReady(URI page, Duration patience, Runnable meanwhile) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(LOOK_EVERY).build();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers(client, page)) {
            meanwhile.run();
            if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Keycloak ended with status " + process.exitValue() + ":\n" + tail());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Keycloak was not ready after " + patience + ":\n" + tail());
            }
        }
    }

    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the server to stop, and its children too; those that do not are ended. Returns when all are gone. */
    @Override
    public void close() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        process.destroy();
        try {
            if (!process.waitFor(POLITENESS.toSeconds(), TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                process.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean answers(HttpClient client, URI page) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet listening
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            int last = Math.max(0, lines.size() - LINES_OF_BAD_NEWS);
            Stream<String> errors = lines.stream().limit(last).filter(line -> line.contains(" ERROR "));
            return Stream.concat(errors, lines.stream().skip(last)).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
