package dev.twostep.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SmsPolicyReaderTest {

    @Test
    @DisplayName("A realm without any configuration works")
    void defaults() {
        SmsPolicyReader.Reading reading = read(Map.of());
        assertThat(reading.bad()).isEmpty();
        assertThat(reading.policy().codeLife()).isEqualTo(Duration.ofMinutes(5));
        assertThat(reading.policy().resendWait()).isEqualTo(Duration.ofMinutes(2));
        assertThat(reading.policy().gateways()).containsExactly("twilio", "outbox");
        assertThat(reading.policy().allowedCountries()).isEmpty();
    }

    @Test
    @DisplayName("Good settings are used as they are")
    void good() {
        SmsPolicyReader.Reading reading = read(Map.of(
                "gateways", "outbox, twilio",
                "codeLifeSeconds", "600",
                "resendWaitSeconds", " 60 ",
                "defaultCountry", "in",
                "allowedCountries", "IN, us"));
        assertThat(reading.bad()).isEmpty();
        assertThat(reading.policy().gateways()).containsExactly("outbox", "twilio");
        assertThat(reading.policy().codeLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(reading.policy().resendWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(reading.policy().defaultCountry()).isEqualTo("IN");
        assertThat(reading.policy().allowedCountries()).containsExactlyInAnyOrder("IN", "US");
    }

    @Test
    @DisplayName("Bad settings are named and their safest meaning holds")
    void bad() {
        SmsPolicyReader.Reading reading = read(Map.of(
                "gateways", "pigeon",
                "codeLifeSeconds", "86400",
                "resendWaitSeconds", "-1",
                "defaultCountry", "Atlantis",
                "allowedCountries", "Atlantis",
                "wrongCodesPerUserAndHour", "many"));
        assertThat(reading.bad())
                .containsExactlyInAnyOrder(
                        SmsSetting.GATEWAYS,
                        SmsSetting.CODE_LIFE,
                        SmsSetting.RESEND_WAIT,
                        SmsSetting.DEFAULT_COUNTRY,
                        SmsSetting.ALLOWED_COUNTRIES,
                        SmsSetting.WRONG_CODES_PER_USER);
        assertThat(reading.policy().gateways()).as("nothing is sent").isEmpty();
        assertThat(reading.policy().codeLife()).isEqualTo(Duration.ofMinutes(5));
        assertThat(reading.policy().allowedCountries())
                .as("no country")
                .doesNotContain("US")
                .isNotEmpty();
    }

    @Test
    @DisplayName(
            "The list of gateways that the form offers is good on every server, though not all of it is installed there")
    void offeredGateways() {
        Map<String, String> offered = Map.of("gateways", SmsPolicyReader.DEFAULT_GATEWAYS);
        assertThat(read(offered).bad()).isEmpty();
        assertThat(read(offered).policy().gateways()).containsExactly("twilio", "outbox");
        assertThat(SmsPolicyReader.choosesGateways(offered)).isFalse();
        assertThat(SmsPolicyReader.choosesGateways(Map.of())).isFalse();
        assertThat(SmsPolicyReader.choosesGateways(Map.of("gateways", "twilio")))
                .isTrue();
    }

    @Test
    @DisplayName("Every number is accepted in its range, both ends included, and nowhere else")
    void ranges() {
        assertThat(Arrays.stream(SmsSetting.values())
                        .filter(setting -> setting.range().isPresent()))
                .hasSize(6)
                .allSatisfy(setting -> {
                    SmsSetting.Range range = setting.range().orElseThrow();
                    assertThat(read(Map.of(setting.key(), String.valueOf(range.least())))
                                    .bad())
                            .isEmpty();
                    assertThat(read(Map.of(setting.key(), String.valueOf(range.most())))
                                    .bad())
                            .isEmpty();
                    assertThat(read(Map.of(setting.key(), String.valueOf(range.least() - 1)))
                                    .bad())
                            .containsExactly(setting);
                    assertThat(read(Map.of(setting.key(), String.valueOf(range.most() + 1)))
                                    .bad())
                            .containsExactly(setting);
                });
    }

    private static SmsPolicyReader.Reading read(Map<String, String> settings) {
        return SmsPolicyReader.read(settings, Set.of("twilio", "outbox")::contains);
    }
}
