package dev.twostep.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** K1: what is dropped into {@code providers/}. Runs late, because the build lays the jars out after it has packed them. */
final class ShippedJarsIT {

    private static final long MOST_BYTES = 4_000_000;

    @Test
    @DisplayName("K1: two jars are the whole installation, together under 4 MB")
    void twoSmallJars() throws IOException {
        List<Path> jars = BuildFiles.providers();
        assertThat(jars).hasSize(2);
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    @DisplayName("No class outside our own packages: a flat class loader would let it meet Keycloak's")
    void nothingUnderForeignNames() throws IOException {
        List<String> foreign = new ArrayList<>();
        for (Path path : BuildFiles.providers()) {
            try (JarFile jar = new JarFile(path.toFile())) {
                jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.endsWith(".class") && !name.startsWith("dev/twostep/"))
                        .forEach(foreign::add);
            }
        }
        assertThat(foreign).isEmpty();
    }
}
