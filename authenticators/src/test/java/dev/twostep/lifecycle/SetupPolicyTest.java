package dev.twostep.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SetupPolicyTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "false", "False"})
    @DisplayName("Nothing is enforced unless a realm says so")
    void notEnforced(String value) {
        assertThat(SetupPolicy.read(value)).isEqualTo(new SetupPolicy(false, true));
    }

    @Test
    void enforced() {
        assertThat(SetupPolicy.read("true")).isEqualTo(new SetupPolicy(true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "ture"})
    @DisplayName("What cannot be read enforces, and is told")
    void unreadable(String value) {
        assertThat(SetupPolicy.read(value)).isEqualTo(new SetupPolicy(true, false));
    }
}
