package dev.twostep.backupcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BackupCodeTest {

    private static final byte[] ZEROS = new byte[32];
    private static final byte[] ONES = filled(0xFF);

    @Test
    @DisplayName("B1: 13 characters of Crockford base32, the first 65 bits, in groups")
    void ofBits() {
        assertThat(BackupCode.of(ZEROS).grouped().reveal()).isEqualTo("0000-0000-00000");
        assertThat(BackupCode.of(ONES).grouped().reveal()).isEqualTo("ZZZZ-ZZZZ-ZZZZZ");
        byte[] counting = new byte[9];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) (i * 17);
        }
        // 00000000 00010001 00100010 00110011 01000100 01010101 01100110 01110111 1|0001000
        assertThat(BackupCode.of(counting).grouped().reveal()).isEqualTo("008J-4CT4-ANK7F");
    }

    @Test
    @DisplayName("the last of the 65 bits counts, the 66th does not")
    void bits() {
        byte[] last = new byte[9];
        last[8] = (byte) 0b1000_0000;
        byte[] beyond = new byte[9];
        beyond[8] = 0b0100_0000;
        assertThat(BackupCode.of(last).grouped().reveal()).isEqualTo("0000-0000-00001");
        assertThat(BackupCode.of(beyond).grouped().reveal()).isEqualTo("0000-0000-00000");
    }

    @Test
    @DisplayName("fewer bits are no code")
    void tooFewBits() {
        assertThatThrownBy(() -> BackupCode.of(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "7K3M-9QXT-2BWPN, 7K3M-9QXT-2BWPN",
        "7k3m9qxt2bwpn, 7K3M-9QXT-2BWPN",
        "'  7k3m 9qxt  2bwpn ', 7K3M-9QXT-2BWPN",
        "7K3M\u20139QXT\u20142BWPN, 7K3M-9QXT-2BWPN",
        "7K3M\u00A09QXT\u202F2BWPN, 7K3M-9QXT-2BWPN",
        "'\u200E7K3M\u200B9QXT2BWPN', 7K3M-9QXT-2BWPN",
        "\uFF17\uFF2B\uFF13\uFF2D9QXT2BWPN, 7K3M-9QXT-2BWPN",
        "oO0iIlL1uUvV2, 0001-1111-VVVV2",
        "\u0AE7\u0AE8\u0AE9K9QXT2BWPN, 123K-9QXT-2BWPN",
        "\u0967\u0968\u0969K9QXT2BWPN, 123K-9QXT-2BWPN"
    })
    @DisplayName("B1: typed in any case, with or without separators, look-alikes and other scripts' digits forgiven")
    void forgiving(String typed, String meant) {
        assertThat(BackupCode.read(typed).map(code -> code.grouped().reveal())).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " - ",
                "123456",
                "7K3M-9QXT-2BWP",
                "7K3M-9QXT-2BWPN2",
                "7K3M-9QXT-2BWP!",
                "7K3M-9QXT-2BWP\u00E9",
                "7K3M_9QXT_2BWPN",
                "7K3M-9QXT-2BWP\uD83D\uDE00",
                "\uFDFA\uFDFA"
            })
    @DisplayName("what cannot be a backup code is none")
    void impossible(String typed) {
        assertThat(BackupCode.read(typed)).isEmpty();
    }

    @Test
    @DisplayName("what is longer than anybody types is not looked at")
    void tooLong() {
        assertThat(BackupCode.read(" ".repeat(87) + "7K3M9QXT2BWPN")).isPresent();
        assertThat(BackupCode.read(" ".repeat(88) + "7K3M9QXT2BWPN")).isEmpty();
    }

    @Test
    @DisplayName("a code is read as it was shown, and does not print")
    void roundTrip() {
        BackupCode code = BackupCode.of(ONES);
        Optional<BackupCode> read = BackupCode.read(code.grouped().reveal());
        assertThat(read.orElseThrow().characters().reveal())
                .isEqualTo(code.characters().reveal());
        assertThat(code).hasToString("BackupCode(•••)");
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
