package dev.twostep.demo;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What the build tells the demo.
 *
 * @param host         where it listens and what its links say: {@code -Ddemo.host=}
 * @param port         {@code -Ddemo.port=}
 * @param distribution the unpacked Keycloak
 * @param providers    folder with our jars
 * @param home         where the demo keeps its copy of Keycloak and its data
 */
record DemoOptions(String host, int port, Path distribution, Path providers, Path home) {

    private static final String DEFAULT_HOST = "localhost";
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /** @throws DemoException if an option makes no sense */
    static DemoOptions fromSystemProperties() {
        return new DemoOptions(
                System.getProperty("demo.host", DEFAULT_HOST),
                port(System.getProperty("demo.port", String.valueOf(DEFAULT_PORT))),
                folder("twostep.dist"),
                folder("twostep.providers"),
                folder("twostep.demo"));
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
