package dev.twostep.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.ServerTest;
import dev.twostep.it.server.KeycloakRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which server the results speak of. */
@ServerTest
final class ServerVersionIT {

    @Test
    @DisplayName("The server under test has the version that was asked for")
    void version(KeycloakRuntime server) throws IOException {
        String start = "Keycloak " + System.getProperty("keycloak.version") + " on JVM";
        try (Stream<String> lines = Files.lines(server.log(), UTF_8)) {
            assertThat(lines).anyMatch(line -> line.contains(start));
        }
    }
}
