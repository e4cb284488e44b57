package dev.twostep.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealTest {

    private static final String NUMBER = "+919876543210";
    private static final String PURPOSE = "phone:ada";

    private final Seal seal = new Seal(new byte[16], "", new SecureRandom());

    @Test
    @DisplayName("what was sealed opens for the same purpose")
    void opens() {
        String sealed = seal.seal(PURPOSE, Secret.of(NUMBER));

        assertThat(sealed).doesNotContain(NUMBER).matches("[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+");
        assertThat(seal.open(PURPOSE, sealed).map(Secret::reveal)).contains(NUMBER);
    }

    @Test
    @DisplayName("the same text is never sealed the same way twice")
    void isRandomised() {
        assertThat(seal.seal(PURPOSE, Secret.of(NUMBER))).isNotEqualTo(seal.seal(PURPOSE, Secret.of(NUMBER)));
    }

    @Test
    @DisplayName("another purpose, key or pepper does not open it")
    void isBound() {
        String sealed = seal.seal(PURPOSE, Secret.of(NUMBER));

        assertThat(seal.open("phone:eve", sealed)).isEmpty();
        assertThat(new Seal(new byte[32], "", new SecureRandom()).open(PURPOSE, sealed))
                .isEmpty();
        assertThat(new Seal(new byte[16], "pepper", new SecureRandom()).open(PURPOSE, sealed))
                .isEmpty();
    }

    @Test
    @DisplayName("one changed character is noticed")
    void noticesDamage() {
        String sealed = seal.seal(PURPOSE, Secret.of(NUMBER));
        char middle = sealed.charAt(20);
        String damaged = sealed.substring(0, 20) + (middle == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThat(seal.open(PURPOSE, damaged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "a.b", "%%%.%%%", "AAAAAAAAAAAAAAAA.", ".AAAA", "AAAAAAAAAAAAAAAA.AAAA"})
    @DisplayName("anything else is unreadable, not an error")
    void garbageIsUnreadable(String garbage) {
        assertThat(seal.open(PURPOSE, garbage)).isEmpty();
    }
}
