package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallProofTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final URI URI_CALLED = URI.create("https://id.example/realms/r/twostep/login-requests");

    @ParameterizedTest
    @CsvSource({
        "GET, https://id.example/realms/r/twostep/login-requests, true",
        "POST, https://id.example/realms/r/twostep/login-requests, false",
        "get, https://id.example/realms/r/twostep/login-requests, false",
        "'', https://id.example/realms/r/twostep/login-requests, false",
        "GET, https://id.example/realms/r/twostep/login-requests/, false",
        "GET, https://id.example/realms/r/twostep/login-requests?a=b, false",
        "GET, https://id.example/realms/r/twostep/login-requests#a, false",
        "GET, https://id.example/realms/other/twostep/login-requests, false",
        "GET, https://evil.example/realms/r/twostep/login-requests, false",
        "GET, https://id.example:8443/realms/r/twostep/login-requests, false",
        "GET, http://id.example/realms/r/twostep/login-requests, false",
        "GET, https://a@id.example/realms/r/twostep/login-requests, false",
        "GET, /realms/r/twostep/login-requests, false",
        "GET, '', false"
    })
    @DisplayName("attack 17: a proof is for its own method and address only (RFC 9449, 4.3)")
    void forThisCall(String method, String uri, boolean good) {
        CallProof proof = new CallProof(method, URI.create(uri), NOW, "0123456789abcdef");

        assertThat(proof.isFor("GET", URI_CALLED, NOW)).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "119, true",
        "120, true",
        "121, false",
        "600, false",
        "-119, true",
        "-120, true",
        "-121, false",
        "-600, false",
        "31556889864403199, false",
        "-31557014167219200, false"
    })
    @DisplayName("attacks 17 and 27: it is good for two minutes to both sides; ten minutes off is refused")
    void lately(long secondsAgo, boolean good) {
        Instant at = secondsAgo > 1_000_000
                ? Instant.MIN
                : secondsAgo < -1_000_000 ? Instant.MAX : NOW.minusSeconds(secondsAgo);

        assertThat(new CallProof("GET", URI_CALLED, at, "0123456789abcdef").isFor("GET", URI_CALLED, NOW))
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "15, false", "16, true", "128, true", "129, false", "10000, false"})
    @DisplayName("its id has at least the 96 bits of RFC 9449, 4.2, and does not fill our store")
    void ids(int length, boolean good) {
        assertThat(new CallProof("GET", URI_CALLED, NOW, "a".repeat(length)).isFor("GET", URI_CALLED, NOW))
                .isEqualTo(good);
    }
}
