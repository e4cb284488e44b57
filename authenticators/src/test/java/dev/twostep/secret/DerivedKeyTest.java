package dev.twostep.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class DerivedKeyTest {

    private static final byte[] IKM = "\u000b".repeat(22).getBytes(StandardCharsets.US_ASCII);

    @Test
    @DisplayName("key, pepper and use each change the key")
    void everyInputCounts() {
        byte[] key = DerivedKey.of(IKM, "pepper", "use");

        assertThat(key).hasSize(DerivedKey.BYTES).isEqualTo(DerivedKey.of(IKM, "pepper", "use"));
        assertThat(DerivedKey.of(hex("00"), "pepper", "use")).isNotEqualTo(key);
        assertThat(DerivedKey.of(IKM, "", "use")).isNotEqualTo(key);
        assertThat(DerivedKey.of(IKM, "pepper", "other use")).isNotEqualTo(key);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
