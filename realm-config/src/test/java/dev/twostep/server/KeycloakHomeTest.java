package dev.twostep.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeycloakHomeTest {

    @TempDir
    Path folder;

    private Path distribution;
    private Path jar;

    @BeforeEach
    void distribution() throws IOException {
        distribution = Files.createDirectories(folder.resolve("dist"));
        Files.createDirectories(distribution.resolve("providers"));
        Files.writeString(distribution.resolve("version.txt"), "1");
        jar = Files.writeString(folder.resolve("ours.jar"), "first build");
    }

    @Test
    @DisplayName("A second start keeps the data")
    void keepsData() throws IOException {
        KeycloakHome first = KeycloakHome.copyOf(distribution, folder.resolve("home"));
        Files.createDirectories(first.dir().resolve("data/h2"));

        KeycloakHome second = KeycloakHome.copyOf(distribution, folder.resolve("home"));

        assertThat(second.hasData()).isTrue();
    }

    @Test
    @DisplayName("A copy that was broken off is made again")
    void brokenCopy() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("half-a-file"), "…");

        KeycloakHome.copyOf(distribution, home);

        assertThat(home.resolve("version.txt")).exists();
        assertThat(home.resolve("half-a-file")).doesNotExist();
    }

    @Test
    @DisplayName("A jar is replaced if its content changed, and only then")
    void replacesJars() throws IOException {
        KeycloakHome home = KeycloakHome.copyOf(distribution, folder.resolve("home"));

        assertThat(home.install(List.of(jar))).isTrue();
        assertThat(home.install(List.of(jar))).isFalse();
        Files.writeString(jar, "second build");
        assertThat(home.install(List.of(jar))).isTrue();
        assertThat(home.dir().resolve("providers/ours.jar")).hasContent("second build");
    }

    @Test
    @DisplayName("A jar of an older version goes")
    void removesOldJars() throws IOException {
        KeycloakHome home = KeycloakHome.copyOf(distribution, folder.resolve("home"));
        Files.writeString(home.dir().resolve("providers/ours-0.0.9.jar"), "old");

        home.install(List.of(jar));

        assertThat(KeycloakHome.jarsIn(home.dir().resolve("providers")))
                .containsExactly(home.dir().resolve("providers/ours.jar"));
    }

    @Test
    @DisplayName("A twin has the jars of the first, and none of its data")
    void twin() throws IOException {
        KeycloakHome home = KeycloakHome.copyOf(distribution, folder.resolve("home"));
        home.install(List.of(jar));
        home.offerRealm("some", "{}");

        KeycloakHome twin = home.twin(folder.resolve("twin"));

        assertThat(twin.dir().resolve("providers/ours.jar")).exists();
        assertThat(twin.dir().resolve("data")).doesNotExist();
    }
}
