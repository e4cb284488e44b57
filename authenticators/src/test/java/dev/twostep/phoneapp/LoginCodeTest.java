package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginCodeTest {

    /** RFC 6238, appendix B, for SHA-256. */
    private static final byte[] KEY = "12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.parse("2026-03-29T00:59:45Z");

    @ParameterizedTest
    @CsvSource({
        "59, 46119246",
        "1111111109, 68084774",
        "1111111111, 67062674",
        "1234567890, 91819424",
        "2000000000, 90698825",
        "20000000000, 77737706"
    })
    @DisplayName("C1: the test vectors of RFC 6238; six digits are the last six of eight")
    void vectors(long second, String code) {
        assertThat(LoginCode.at(KEY, second / 30, 8).reveal()).isEqualTo(code);
        assertThat(LoginCode.at(KEY, second / 30, LoginCode.DIGITS).reveal()).isEqualTo(code.substring(2));
        assertThat(LoginCode.step(KEY, code.substring(2), Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    @DisplayName("C1: a code has all its zeros, in ASCII digits whatever the language of the server")
    void zeros() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("gu-IN-u-nu-gujr"));
            assertThat(LongStream.range(0, 2_000)
                            .mapToObj(step -> LoginCode.at(KEY, step, 6).reveal()))
                    .allMatch(code -> code.matches("[0-9]{6}"))
                    .anyMatch(code -> code.startsWith("0"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    @DisplayName("attack 27: a code of one step around now counts, and no other")
    void around(int steps, boolean counts) {
        long step = NOW.getEpochSecond() / 30 + steps;
        String code = LoginCode.at(KEY, step, 6).reveal();

        assertThat(LoginCode.step(KEY, code, NOW)).isEqualTo(counts ? OptionalLong.of(step) : OptionalLong.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {-90, -60, -31, 31, 60, 90})
    @DisplayName("attack 27: a phone 30 s off is let in, one a minute and a half off is not")
    void skew(int seconds) {
        Instant startOfStep = Instant.ofEpochSecond(NOW.getEpochSecond() / 30 * 30);
        Instant phone = startOfStep.plusSeconds(seconds);
        String code = LoginCode.at(KEY, phone.getEpochSecond() / 30, 6).reveal();

        assertThat(LoginCode.step(KEY, code, startOfStep).isPresent()).isEqualTo(seconds >= -30 && seconds < 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345", "1234567", "      ", "૧૨૩૪૫૬", "abcdef", "-00001"})
    @DisplayName("what is not the code is not")
    void other(String typed) {
        assertThat(LoginCode.step(KEY, typed, NOW)).isEmpty();
    }
}
