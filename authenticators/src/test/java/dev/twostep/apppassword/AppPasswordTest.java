package dev.twostep.apppassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.secret.Secret;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AppPasswordTest {

    private static final String GROUPED = "7K3M-9QXT-2BWP-N4ZD-0H1J-R5VC";

    @Test
    @DisplayName("A1: 24 characters of Crockford base32 in six groups, the first 120 bits")
    void ofBits() {
        byte[] ones = new byte[15];
        Arrays.fill(ones, (byte) 0xFF);
        assertThat(AppPassword.of(new byte[15]).grouped().reveal()).isEqualTo("0000-0000-0000-0000-0000-0000");
        assertThat(AppPassword.of(ones).grouped().reveal()).isEqualTo("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        assertThatThrownBy(() -> AppPassword.of(new byte[14])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K3M-9QXT-2BWP-N4ZD-0H1J-R5VC",
                "7k3m9qxt2bwpn4zd0h1jr5vc",
                " 7k3m 9qxt 2bwp n4zd oh1j r5uc ",
                "7K3M–9QXT—2BWP N4ZD-OHIJ-R5VC"
            })
    @DisplayName("A1: typed in any case, with or without separators, look-alikes forgiven")
    void forgiving(String typed) {
        assertThat(AppPassword.read(typed).map(AppPassword::grouped).map(Secret::reveal))
                .contains(GROUPED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse battery staple",
                "7K3M-9QXT-2BWP-N4ZD-0H1J-R5V",
                GROUPED + "7",
                "7K3M-9QXT-2BWPN"
            })
    @DisplayName("B7, A4: an account password and a backup code are no temporary passwords")
    void others(String typed) {
        assertThat(AppPassword.read(typed)).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("Its id and its hash are of the whole, tell nothing of each other, and differ from user to user")
    void idAndHash() {
        AppPassword password = AppPassword.read(GROUPED).orElseThrow();
        AppPassword other = AppPassword.read(GROUPED.replace('C', 'D')).orElseThrow();
        assertThat(UUID.fromString(password.id("ada"))).hasToString(password.id("ada"));
        assertThat(password.id("ada")).isNotEqualTo(password.id("bob")).isNotEqualTo(other.id("ada"));
        assertThat(password.hash().matches(other.hash())).isFalse();
        assertThat(password.hash()
                        .matches(AppPassword.read(GROUPED).orElseThrow().hash()))
                .isTrue();
        assertThat(password.hash().bytes()).hasSize(32);
    }

    @Test
    @DisplayName("It does not print")
    void silent() {
        AppPassword password = AppPassword.read(GROUPED).orElseThrow();
        assertThat(password).hasToString("AppPassword(•••)");
        assertThat(password.hash().toString()).doesNotContain("7K3M");
    }
}
