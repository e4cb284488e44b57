package dev.twostep.themes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module as Keycloak finds them. */
final class ThemeFiles {

    private static final Path ROOT = Path.of("src/main/resources/theme-resources");

    private ThemeFiles() {}

    static List<Path> templates() {
        return in("templates");
    }

    static List<Path> messages() {
        return in("messages");
    }

    static List<Path> resources() {
        return in("resources");
    }

    /** What decides, and names texts of this module. */
    static Stream<Path> code() {
        return files(Path.of("../authenticators/src/main/java")).stream();
    }

    static Stream<Path> resources(String ending) {
        return resources().stream().filter(file -> file.toString().endsWith(ending));
    }

    /** As pages and other files name it, below {@code twostep/}. */
    static String resourceName(Path file) {
        return ROOT.resolve("resources/twostep").relativize(file).toString().replace(File.separatorChar, '/');
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> in(String folder) {
        return files(ROOT.resolve(folder));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
