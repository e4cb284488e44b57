package dev.twostep.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PushPolicyReaderTest {

    private static final PushPolicy DEFAULT = new PushPolicy(Duration.ofMinutes(2), 6, true);

    @Test
    @DisplayName("a realm without any setting works")
    void defaults() {
        assertThat(PushPolicyReader.read(Map.of()).policy()).isEqualTo(DEFAULT);
        assertThat(PushPolicyReader.read(Map.of()).bad()).isEmpty();
    }

    @Test
    @DisplayName("settings are read with some patience for case and blanks")
    void read() {
        PushPolicyReader.Reading reading = PushPolicyReader.read(
                Map.of("requestLifeSeconds", " 90 ", "numberDigits", "2\n", "newPasswordAfterReport", " False "));
        assertThat(reading.policy()).isEqualTo(new PushPolicy(Duration.ofSeconds(90), 2, false));
        assertThat(reading.bad()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "requestLifeSeconds, 59, REQUEST_LIFE",
        "requestLifeSeconds, 541, REQUEST_LIFE",
        "requestLifeSeconds, -120, REQUEST_LIFE",
        "requestLifeSeconds, 120 s, REQUEST_LIFE",
        "requestLifeSeconds, 99999999999, REQUEST_LIFE",
        "numberDigits, 1, NUMBER_DIGITS",
        "numberDigits, 7, NUMBER_DIGITS",
        "numberDigits, 2.0, NUMBER_DIGITS",
        "newPasswordAfterReport, no, NEW_PASSWORD_AFTER_REPORT",
        "newPasswordAfterReport, 0, NEW_PASSWORD_AFTER_REPORT"
    })
    @DisplayName("a bad value is named, and the safest meaning holds")
    void bad(String key, String value, PushSetting named) {
        PushPolicyReader.Reading reading = PushPolicyReader.read(Map.of(key, value));
        assertThat(reading.bad()).containsExactly(named);
        assertThat(reading.policy()).isEqualTo(DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"60, 2", "540, 6"})
    @DisplayName("both ends of the ranges are good; NIST lets none wait longer than ten minutes")
    void ends(int life, int digits) {
        PushPolicyReader.Reading reading = PushPolicyReader.read(
                Map.of("requestLifeSeconds", String.valueOf(life), "numberDigits", String.valueOf(digits)));
        assertThat(reading.bad()).isEmpty();
        assertThat(reading.policy()).isEqualTo(new PushPolicy(Duration.ofSeconds(life), digits, true));
    }

    @ParameterizedTest
    @CsvSource({"'',true", "'  ',true", "TRUE,true", "false,false"})
    @DisplayName("an empty setting is none")
    void empty(String value, boolean newPassword) {
        PushPolicyReader.Reading reading = PushPolicyReader.read(Map.of("newPasswordAfterReport", value));
        assertThat(reading.bad()).isEmpty();
        assertThat(reading.policy().newPasswordAfterReport()).isEqualTo(newPassword);
    }
}
