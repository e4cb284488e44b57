package dev.twostep.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AppPasswordPolicyReaderTest {

    @Test
    @DisplayName("K2: a realm without any settings has defaults")
    void defaults() {
        AppPasswordPolicyReader.Reading reading = AppPasswordPolicyReader.read(Map.of());
        assertThat(reading.bad()).isEmpty();
        assertThat(reading.policy()).isEqualTo(new AppPasswordPolicy(Duration.ofDays(30), 20));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "8761", "many", "1.5"})
    @DisplayName("An unsafe longest lifetime is named, and an hour holds instead")
    void unsafe(String value) {
        AppPasswordPolicyReader.Reading reading =
                AppPasswordPolicyReader.read(Map.of("longestLifetimeHours", value, "wrongPasswordsPerApp", "x"));
        assertThat(reading.bad())
                .containsExactly(AppPasswordSetting.LONGEST, AppPasswordSetting.WRONG_PASSWORDS_PER_APP);
        assertThat(reading.policy()).isEqualTo(new AppPasswordPolicy(Duration.ofHours(1), 20));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1 2", "24, 1 8 24", "100, 1 8 24 100", "8760, 1 8 24 168 720 2160 8760"})
    @DisplayName("A1: a user chooses from an hour to the longest that the realm allows")
    void choices(int longest, String hours) {
        AppPasswordPolicy policy = AppPasswordPolicyReader.read(Map.of("longestLifetimeHours", " " + longest + " "))
                .policy();
        assertThat(policy.lifetimes().stream().map(Duration::toHours).map(String::valueOf))
                .containsExactly(hours.split(" ", -1));
    }
}
