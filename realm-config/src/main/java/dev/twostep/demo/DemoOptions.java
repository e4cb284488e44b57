package dev.twostep.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the build tells the demo.
 *
 * @param host         where it listens and what its links say: {@code -Ddemo.host=}
 * @param port         {@code -Ddemo.port=}
 * @param certificate  with which it listens for HTTPS, and HTTPS only is offered: {@code -Ddemo.certificate=}, PEM; null without
 * @param key          of the certificate: {@code -Ddemo.certificate.key=}, PEM; null without
 * @param distribution the unpacked Keycloak
 * @param providers    folder with our jars
 * @param home         where the demo keeps its copy of Keycloak and its data
 */
record DemoOptions(
        String host,
        int port,
        @Nullable Path certificate,
        @Nullable Path key,
        Path distribution,
        Path providers,
        Path home) {

    private static final String DEFAULT_HOST = "localhost";
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /** @throws DemoException if an option makes no sense */
    static DemoOptions fromSystemProperties() {
        return new DemoOptions(
                System.getProperty("demo.host", DEFAULT_HOST),
                port(System.getProperty("demo.port", String.valueOf(DEFAULT_PORT))),
                certificate("demo.certificate", "demo.certificate.key"),
                certificate("demo.certificate.key", "demo.certificate"),
                folder("twostep.dist"),
                folder("twostep.providers"),
                folder("twostep.demo"));
    }

    /** @throws DemoException if the file is not there, or only one of the two is named */
    private static @Nullable Path certificate(String property, String other) {
        String name = System.getProperty(property, "");
        if (name.isEmpty()) {
            if (!System.getProperty(other, "").isEmpty()) {
                throw new DemoException(other + " needs " + property + " as well: name both files, in PEM.");
            }
            return null;
        }
        // Maven starts us in a module's folder; people name files from where they are
        Path file = Path.of(System.getProperty("twostep.demo")).resolveSibling(name);
        if (!Files.isReadable(file)) {
            throw new DemoException(property + " names " + file + ", which cannot be read.");
        }
        return file;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number that is no port
        }
        throw new DemoException("demo.port must be a number from 1 to " + HIGHEST_PORT + ", not " + text + ".");
    }

    private static Path folder(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), property));
    }
}
