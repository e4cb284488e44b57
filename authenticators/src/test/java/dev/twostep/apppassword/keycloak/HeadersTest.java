package dev.twostep.apppassword.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 25: what comes in by headers, and what goes out by them. */
final class HeadersTest {

    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "ada@example.org, ada@example.org",
        "અદા, %E0%AA%85%E0%AA%A6%E0%AA%BE",
        "'a b', a%20b",
        "'a\"b\\c%d', a%22b%5Cc%25d"
    })
    @DisplayName("A name becomes a header value that no proxy misreads")
    void encoded(String name, String header) {
        assertThat(HeaderText.of(name)).isEqualTo(header);
    }

    @Test
    @DisplayName("No name ends a header and begins another")
    void noLineBreak() {
        assertThat(HeaderText.of("ada\r\nRemote-User: admin")).isEqualTo("ada%0D%0ARemote-User:%20admin");
    }

    @Test
    @DisplayName("RFC 7617: user-id up to the first colon, the password after it, both in UTF-8")
    void basic() {
        BasicCredentials read = BasicCredentials.read(basic("અદા:pass:word")).orElseThrow();
        assertThat(read.username()).isEqualTo("અદા");
        assertThat(read.password().matches("pass:word")).isTrue();
        assertThat(read.toString()).doesNotContain("pass:word");
        assertThat(BasicCredentials.read(basic("ada:x").replace("Basic", "bAsIc")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !!!", "Bearer YWRhOng=", "Basic YWRh"})
    @DisplayName("Anything else is no credentials")
    void notBasic(String header) {
        assertThat(BasicCredentials.read(header)).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("Nor is what is longer than anybody's")
    void tooLong() {
        assertThat(BasicCredentials.read(basic("ada:" + "x".repeat(3_000)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'  Thunder\u202Ebird\n 1.0 ', 'Thunderbird 1.0'", "'\u0000\u001B[31m', '[31m'"})
    @DisplayName("What an app says of itself is kept on one line, with nothing invisible in it")
    void shown(String agent, String kept) {
        assertThat(Shown.shortened(agent)).isEqualTo(kept);
    }

    @Test
    @DisplayName("and short")
    void shortened() {
        assertThat(Shown.shortened("x".repeat(1_000))).hasSize(100);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
