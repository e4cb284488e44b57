package dev.twostep.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class HkdfTest {

    private static final byte[] IKM = "\u000b".repeat(22).getBytes(StandardCharsets.US_ASCII);

    @Test
    @DisplayName("RFC 5869, A.1: the basic vector with SHA-256")
    void rfcVectorWithSaltAndInfo() {
        byte[] prk = Hkdf.extract(hex("000102030405060708090a0b0c"), IKM);

        assertThat(prk).isEqualTo(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        assertThat(Hkdf.expand(prk, hex("f0f1f2f3f4f5f6f7f8f9"), 42))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    @Test
    @DisplayName("RFC 5869, A.3: no salt, no info")
    void rfcVectorWithoutSaltAndInfo() {
        byte[] prk = Hkdf.extract(new byte[0], IKM);

        assertThat(prk).isEqualTo(hex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"));
        assertThat(Hkdf.expand(prk, new byte[0], 42))
                .isEqualTo(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }

    @Test
    @DisplayName("RFC 5869, 2.3: 255 rounds and no more, because the round is one byte")
    void length() {
        assertThat(Hkdf.expand(IKM, new byte[0], 255 * 32)).hasSize(8160);
        assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.expand(IKM, new byte[0], 255 * 32 + 1));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
