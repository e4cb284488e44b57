package dev.twostep.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A Keycloak distribution with our jars and our realm in it, and nothing else changed. */
public final class KeycloakHome {

    private final Path dir;

    private KeycloakHome(Path dir) {
        this.dir = dir.toAbsolutePath();
    }

    /** A copy of the unpacked distribution, made once; a later call finds it and leaves its data alone. */
    public static KeycloakHome copyOf(Path distribution, Path dir) throws IOException {
        Path complete = dir.resolve(".complete");
        if (!Files.exists(complete)) {
            delete(dir);
            copy(distribution, dir, file -> true);
            Files.createFile(complete);
        }
        return new KeycloakHome(dir);
    }

    /** Another server of the same build and without data, made anew each time. */
    public KeycloakHome twin(Path other) throws IOException {
        delete(other);
        Path data = dir.resolve("data");
        copy(dir, other, file -> !file.startsWith(data));
        return new KeycloakHome(other);
    }

    Path dir() {
        return dir;
    }

    Path script() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return dir.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh");
    }

    /**
     * Makes {@code providers/} hold exactly these jars. A jar with the same bytes is left alone: Keycloak looks at names
     * and times, and would take half a minute to build itself anew.
     *
     * @return whether anything changed
     */
    public boolean install(List<Path> jars) throws IOException {
        Path providers = dir.resolve("providers");
        List<Path> wanted = new ArrayList<>();
        boolean changed = false;
        for (Path jar : jars) {
            Path target = providers.resolve(jar.getFileName());
            wanted.add(target);
            if (!Files.exists(target) || Files.mismatch(jar, target) >= 0) {
                Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
                changed = true;
            }
        }
        for (Path old : jarsIn(providers)) {
            if (!wanted.contains(old)) {
                Files.delete(old);
                changed = true;
            }
        }
        return changed;
    }

    /** Leaves the realm where {@code --import-realm} finds it. Keycloak skips a realm that exists. */
    public void offerRealm(String name, String json) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("data").resolve("import"));
        Files.writeString(folder.resolve(name + "-realm.json"), json);
    }

    public boolean hasData() {
        return Files.exists(dir.resolve("data").resolve("h2"));
    }

    public void deleteData() throws IOException {
        delete(dir.resolve("data"));
    }

    public static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(wanted)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
