package dev.twostep.it.server;

import dev.twostep.server.KeycloakHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What the build has laid out for the tests. */
public final class BuildFiles {

    private BuildFiles() {}

    /** The untouched distribution. */
    static Path distribution() {
        return file("twostep.dist");
    }

    /** The jars as they are installed. */
    static List<Path> providers() {
        try {
            return KeycloakHome.jarsIn(file("twostep.providers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for what the tests leave behind. */
    public static Path target(String name) {
        try {
            return Files.createDirectories(file("twostep.target").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), property));
    }
}
