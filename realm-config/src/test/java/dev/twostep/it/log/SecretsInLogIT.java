package dev.twostep.it.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.SeenSecrets;
import dev.twostep.it.ServerTest;
import dev.twostep.it.server.KeycloakRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all other classes, on what they have made the server log. */
@ServerTest
@Order(Integer.MAX_VALUE)
final class SecretsInLogIT {

    /** A number of its own: a part of a UUID or of a decimal fraction is not a code. */
    private static final Pattern CODE =
            Pattern.compile("(?<![0-9A-Za-z_-]|[0-9][.])[0-9]{6,8}(?![0-9A-Za-z_-]|[.][0-9])");

    /** As much of the end of a longer secret as tells it; of a phone number, however the country is written before. */
    private static final int TELLING_END = 10;

    @Test
    @DisplayName("At TRACE, the log of the whole run holds no code and no full phone number")
    void noSecrets(KeycloakRuntime server) throws IOException {
        Set<String> secrets = SeenSecrets.all();
        Set<String> endings = secrets.stream()
                .filter(secret -> secret.length() > TELLING_END)
                .map(secret -> secret.substring(secret.length() - TELLING_END))
                .collect(Collectors.toSet());
        List<String> leaks;
        try (Stream<String> lines = Files.lines(server.log(), UTF_8)) {
            leaks = lines.filter(line -> holdsCode(secrets, line) || holdsEnding(endings, line))
                    .toList();
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    @DisplayName("The log is at TRACE indeed")
    void isTrace(KeycloakRuntime server) throws IOException {
        try (Stream<String> lines = Files.lines(server.log(), UTF_8)) {
            assertThat(lines).anyMatch(line -> line.contains(" TRACE [org.keycloak."));
        }
    }

    private static boolean holdsCode(Set<String> secrets, String line) {
        return CODE.matcher(line).results().map(MatchResult::group).anyMatch(secrets::contains);
    }

    /** Each place of the line is looked up once, however many secrets there are: the log has hundreds of megabytes. */
    private static boolean holdsEnding(Set<String> endings, String line) {
        for (int end = TELLING_END; end <= line.length(); end++) {
            if (endings.contains(line.substring(end - TELLING_END, end))) {
                return true;
            }
        }
        return false;
    }
}
