package dev.twostep.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class KeyedHashTest {

    private final KeyedHash hash = new KeyedHash(new byte[64], "");

    @Test
    @DisplayName("the same purpose and text have the same hash of 32 bytes")
    void isRepeatable() {
        assertThat(hash.of("code", "row")).hasSize(32).isEqualTo(new KeyedHash(new byte[64], "").of("code", "row"));
    }

    @Test
    @DisplayName("S1: a value for one purpose says nothing to another")
    void purposesAreApart() {
        assertThat(hash.of("login", "row")).isNotEqualTo(hash.of("verify", "row"));
        assertThat(hash.of("ab", "c")).isNotEqualTo(hash.of("a", "bc"));
        assertThat(hash.of("", "abc")).isNotEqualTo(hash.of("abc", ""));
    }

    @Test
    @DisplayName("a copy of the database without the pepper computes nothing")
    void pepperCounts() {
        assertThat(hash.of("code", "row")).isNotEqualTo(new KeyedHash(new byte[64], "pepper").of("code", "row"));
    }

    @Test
    @DisplayName("a hash with its key's id neither prints nor hands out its own array")
    void keyedKeepsItsBytes() {
        Keyed keyed = new Keyed("kid", new byte[] {1, 2});
        keyed.mac()[0] = 9;

        assertThat(keyed.mac()).containsExactly(1, 2);
        assertThat(keyed.keyId()).isEqualTo("kid");
        assertThat(keyed).hasToString("Keyed(kid, •••)");
    }
}
