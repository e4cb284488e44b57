package dev.twostep.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phoneapp.HashKey;
import dev.twostep.secret.Secret;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestSecretsTest {

    private final HashKey key = new HashKey();
    private final RequestSecrets secrets = new RequestSecrets(key);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    @DisplayName("P2: the number has as many digits as the request says, QR code and nonce 128 bits")
    void shapes(int digits) {
        LoginRequest request = request("id", "ada", "key-1", digits);

        assertThat(secrets.number(request).map(Secret::reveal).orElseThrow()).matches("[0-9]{" + digits + "}");
        assertThat(secrets.scanned(request).map(Secret::reveal).orElseThrow()).matches("[A-Za-z0-9_-]{22}");
        assertThat(secrets.nonce(request).orElseThrow()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    @DisplayName("P2: a page that is loaded again shows the same, also after the key was rotated")
    void same() {
        LoginRequest request = request("id", "ada", "key-1", 6);
        List<String> before = all(request);
        key.rotate("key-2");

        assertThat(all(request)).isEqualTo(before);
        assertThat(secrets.currentKeyId()).isEqualTo("key-2");
    }

    @Test
    @DisplayName("attack 16: no two requests, users, keys or uses share a secret")
    void unrelated() {
        Set<String> different = new HashSet<>();
        List.of(
                        request("id", "ada", "key-1", 6),
                        request("another", "ada", "key-1", 6),
                        request("id", "bob", "key-1", 6),
                        request("id", "ada", "key-2", 6))
                .forEach(request -> different.addAll(all(request)));
        assertThat(different).hasSize(12);
    }

    @Test
    @DisplayName("with its key, a request loses its secrets")
    void keyGone() {
        key.lose("key-1");
        LoginRequest request = request("id", "ada", "key-1", 6);

        assertThat(secrets.number(request)).isEmpty();
        assertThat(secrets.scanned(request)).isEmpty();
        assertThat(secrets.nonce(request)).isEmpty();
    }

    private List<String> all(LoginRequest request) {
        return List.of(
                secrets.number(request).orElseThrow().reveal(),
                secrets.scanned(request).orElseThrow().reveal(),
                secrets.nonce(request).orElseThrow());
    }

    private static LoginRequest request(String id, String userId, String keyId, int digits) {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        Asker asker = new Asker(userId, "browser", "tab", "address", "{}");
        return new LoginRequest(
                id, asker, keyId, digits, now, now.plusSeconds(120), RequestStatus.PENDING, now, 0, null);
    }
}
