package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.secret.Secret;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PairingSecretsTest {

    private final HashKey key = new HashKey();
    private final PairingSecrets secrets = new PairingSecrets(key);

    @Test
    @DisplayName(
            "P1: the QR code carries which pairing it is and 128 bits; the typed code has 50, the number six digits")
    void shapes() {
        Pairing pairing = pairing("id-1", "key-1");

        assertThat(token(pairing)).matches("id-1\\.[A-Za-z0-9_-]{22}");
        assertThat(secrets.code(pairing).map(Secret::reveal).orElseThrow()).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(secrets.number(pairing).map(Secret::reveal).orElseThrow()).matches("[0-9]{6}");
        assertThat(secrets.nonce(pairing).orElseThrow()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    @DisplayName("P1: a page that is loaded again shows the same, also after the key was rotated")
    void same() {
        Pairing pairing = pairing("id-1", "key-1");
        List<String> before = all(pairing);
        key.rotate("key-2");

        assertThat(all(pairing)).isEqualTo(before);
        assertThat(secrets.currentKeyId()).isEqualTo("key-2");
    }

    @Test
    @DisplayName("attack 8: no two pairings, keys or uses share a secret")
    void unrelated() {
        Set<String> different = new HashSet<>();
        for (Pairing pairing : List.of(pairing("id-1", "key-1"), pairing("id-2", "key-1"), pairing("id-1", "key-2"))) {
            different.addAll(all(pairing));
        }
        assertThat(different).hasSize(12);

        String token = token(pairing("id-1", "key-1"));
        assertThat(secrets.nonce(pairing("id-1", "key-1"))).isNotEqualTo(Optional.of(token.substring(5)));
    }

    @Test
    @DisplayName("with its key, a pairing loses its secrets")
    void keyGone() {
        key.lose("key-1");
        Pairing pairing = pairing("id-1", "key-1");

        assertThat(secrets.token(pairing)).isEmpty();
        assertThat(secrets.code(pairing)).isEmpty();
        assertThat(secrets.number(pairing)).isEmpty();
        assertThat(secrets.nonce(pairing)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"id.secret, id", "id., id", ".secret, ''", "'', ''", "no separator, ''", "a.b.c, a"})
    @DisplayName("what a token names is looked for, whatever it is")
    void pairingOf(String token, String id) {
        assertThat(PairingSecrets.pairingOf(token)).isEqualTo(id);
    }

    private List<String> all(Pairing pairing) {
        return List.of(
                token(pairing),
                secrets.code(pairing).orElseThrow().reveal(),
                secrets.number(pairing).orElseThrow().reveal(),
                secrets.nonce(pairing).orElseThrow());
    }

    private String token(Pairing pairing) {
        return secrets.token(pairing).orElseThrow().reveal();
    }

    private static Pairing pairing(String id, String keyId) {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        return new Pairing(id, "ada", "browser", keyId, now, now.plus(Pairing.LIFE), Pairing.State.OPEN, 0, null);
    }
}
