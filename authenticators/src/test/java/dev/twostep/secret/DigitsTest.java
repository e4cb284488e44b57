package dev.twostep.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "00, 6, 000000",
        "07, 6, 000007",
        "07, 2, 07",
        "f4240, 6, 000000", // 1,000,000
        "f423f, 6, 999999",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, 6, 639935",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, 2, 35",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, 9, 129639935"
    })
    @DisplayName("the last decimal digits of the whole hash, without a sign and with all zeros")
    void digits(String hex, int length, String digits) {
        String even = hex.length() % 2 == 0 ? hex : "0" + hex;

        assertThat(Digits.of(HexFormat.of().parseHex(even), length).reveal()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gu-IN-u-nu-gujr", "ar-EG-u-nu-arab", "tr-TR"})
    @DisplayName("H5: ASCII digits, whatever the language of the server")
    void ascii(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(Digits.of("any".getBytes(StandardCharsets.US_ASCII), 6).reveal())
                    .matches("[0-9]{6}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("no two digits are likelier than others")
    void even() {
        Random random = new Random(20260101);
        int[] counts = new int[100];
        for (int i = 0; i < 100_000; i++) {
            byte[] hash = new byte[32];
            random.nextBytes(hash);
            counts[Integer.parseInt(Digits.of(hash, 2).reveal())]++;
        }

        // 1,000 of each are to be expected, with a deviation of 31
        assertThat(Arrays.stream(counts)).allMatch(count -> count > 840 && count < 1_160);
    }
}
