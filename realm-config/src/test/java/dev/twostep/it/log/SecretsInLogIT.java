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

    /** However the country is written before them. */
    private static final int DIGITS_THAT_TELL_A_PHONE = 10;

    @Test
    @DisplayName("At TRACE, the log of the whole run holds no code and no full phone number")
    void noSecrets(KeycloakRuntime server) throws IOException {
        Set<String> secrets = SeenSecrets.all();
        List<String> leaks;
        try (Stream<String> lines = Files.lines(server.log(), UTF_8)) {
            leaks = lines.filter(line -> holdsOneOf(secrets, line)).toList();
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

    private static boolean holdsOneOf(Set<String> secrets, String line) {
        return CODE.matcher(line).results().map(MatchResult::group).anyMatch(secrets::contains)
                || secrets.stream()
                        .filter(secret -> secret.length() > DIGITS_THAT_TELL_A_PHONE)
                        .map(phone -> phone.substring(phone.length() - DIGITS_THAT_TELL_A_PHONE))
                        .anyMatch(line::contains);
    }
}
