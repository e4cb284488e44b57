package dev.twostep.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the project, as the pages of its documentation speak of them. */
final class Sources {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String PACKAGE = "authenticators/src/main/java/dev/twostep";
    private static final List<String> MODULES = List.of("authenticators", "themes", "realm-config");
    private static final List<Path> JAVA = java();

    private Sources() {}

    /** The documentation: README and the pages in docs. */
    static Stream<Path> pages() {
        return Stream.concat(Stream.of(ROOT.resolve("README.md")), walk(ROOT.resolve("docs"), ".md"));
    }

    /** The configurations with which the tests run servers of others. */
    static Stream<Path> configurations() {
        return walk(ROOT.resolve("realm-config/src/test/resources/third-party"), "")
                .filter(Files::isRegularFile);
    }

    /** All Java that runs inside Keycloak. */
    static Stream<String> shipped() {
        return walk(ROOT.resolve(PACKAGE), ".java").map(Sources::text);
    }

    /** Whether a path, or a class below the root package, exists and has the method after {@code #}, if there is one. */
    static boolean has(String reference) {
        String[] parts = reference.split("#", 2);
        return Stream.of(ROOT.resolve(parts[0]), ROOT.resolve(PACKAGE).resolve(parts[0] + ".java"))
                .filter(Files::isRegularFile)
                .anyMatch(file -> parts.length == 1 || declares(file, parts[1]));
    }

    /** The same for a class by its simple name, in any module, tests included. */
    static boolean hasClass(String reference) {
        String[] parts = reference.split("#", 2);
        return JAVA.stream()
                .filter(file -> file.endsWith(parts[0] + ".java"))
                .anyMatch(file -> parts.length == 1 || declares(file, parts[1]));
    }

    static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A declaration stands four blanks in, after at least one word; a call stands deeper. */
    private static boolean declares(Path file, String method) {
        return Pattern.compile("(?m)^ {4}(?:[\\w@<>?,.\\[\\]]+ )+" + method + "\\(")
                .matcher(text(file))
                .find();
    }

    private static List<Path> java() {
        return MODULES.stream()
                .flatMap(module -> walk(ROOT.resolve(module).resolve("src"), ".java"))
                .toList();
    }

    private static Stream<Path> walk(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
