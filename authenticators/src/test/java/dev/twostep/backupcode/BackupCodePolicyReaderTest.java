package dev.twostep.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackupCodePolicyReaderTest {

    @Test
    @DisplayName("a realm without any setting works")
    void defaults() {
        BackupCodePolicyReader.Reading reading = BackupCodePolicyReader.read(Map.of());
        assertThat(reading.policy()).isEqualTo(new BackupCodePolicy(OutOfOrder.REFUSE, 10));
        assertThat(reading.bad()).isEmpty();
    }

    @Test
    @DisplayName("settings are read with some patience for case and blanks")
    void read() {
        BackupCodePolicyReader.Reading reading =
                BackupCodePolicyReader.read(Map.of("outOfOrder", " Accept ", "wrongCodesPerUserAndHour", " 3 "));
        assertThat(reading.policy()).isEqualTo(new BackupCodePolicy(OutOfOrder.ACCEPT, 3));
        assertThat(reading.bad()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "outOfOrder, ignore, OUT_OF_ORDER",
        "wrongCodesPerUserAndHour, 0, WRONG_CODES_PER_USER",
        "wrongCodesPerUserAndHour, 101, WRONG_CODES_PER_USER",
        "wrongCodesPerUserAndHour, many, WRONG_CODES_PER_USER"
    })
    @DisplayName("a bad value is named, and the safest meaning holds")
    void bad(String key, String value, BackupCodeSetting named) {
        BackupCodePolicyReader.Reading reading = BackupCodePolicyReader.read(Map.of(key, value));
        assertThat(reading.bad()).containsExactly(named);
        assertThat(reading.policy()).isEqualTo(new BackupCodePolicy(OutOfOrder.REFUSE, 10));
    }

    @ParameterizedTest
    @CsvSource({"1", "100"})
    @DisplayName("both ends of the range are good")
    void ends(int number) {
        BackupCodePolicyReader.Reading reading =
                BackupCodePolicyReader.read(Map.of("wrongCodesPerUserAndHour", String.valueOf(number)));
        assertThat(reading.bad()).isEmpty();
        assertThat(reading.policy().wrongCodesPerUser()).isEqualTo(number);
    }
}
