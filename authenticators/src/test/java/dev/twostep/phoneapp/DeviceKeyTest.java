package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceKeyTest {

    /** RFC 9449, 4.1: the key of its examples, and in 6.1 its thumbprint. */
    private static final String X = "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs";

    private static final String Y = "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA";
    private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    /** FIPS 186-4, D.1.2.3. */
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @Test
    @DisplayName("P1: the id is the first half of the thumbprint of RFC 7638, as a UUID; no bit is changed")
    void id() {
        String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(THUMBPRINT));
        String id = known().id();

        assertThat(id.replace("-", "")).isEqualTo(hex.substring(0, 32));
        assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    @DisplayName("P1: the fingerprint is the first 6 bytes of the thumbprint, in three groups of capitals")
    void fingerprint() {
        assertThat(known().fingerprint()).isEqualTo("D197 0E08 E459");
    }

    @RepeatedTest(20)
    @DisplayName(
            "P1: id and fingerprint of any key follow from the JWK whose members stand in the order of their names")
    void idOfAny() throws Exception {
        TestKey key = TestKey.make();
        String jwk = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + key.x() + "\",\"y\":\"" + key.y() + "\"}";
        String hex = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.US_ASCII)));

        assertThat(key.device().id().replace("-", "")).isEqualTo(hex.substring(0, 32));
        assertThat(key.device().fingerprint().replace(" ", ""))
                .isEqualToIgnoringCase(hex.substring(0, 12))
                .isUpperCase();
        assertThat(key.device().x()).isEqualTo(key.x());
        assertThat(key.device().y()).isEqualTo(key.y());
    }

    @Test
    @DisplayName(
            "RFC 7518, 6.2.1.2: a coordinate that begins with zeros is written and read with them, and not without")
    void leadingZeros() {
        BigInteger x = BigInteger.valueOf(5);
        BigInteger y = B.add(BigInteger.valueOf(5 * 5 * 5 - 3 * 5))
                .modPow(P.add(BigInteger.ONE).shiftRight(2), P);
        String fullX = TestKey.base64(TestKey.bytes(x));
        String fullY = TestKey.base64(TestKey.bytes(y));

        assertThat(DeviceKey.of(fullX, fullY)).hasValueSatisfying(key -> {
            assertThat(key.x()).isEqualTo(fullX).hasSize(43).startsWith("AAAAAAAA");
            assertThat(DeviceKey.of(key.publicKey())).isEqualTo(key);
        });
        assertThat(DeviceKey.of(TestKey.base64(new byte[] {5}), fullY)).isEmpty();
        assertThat(DeviceKey.of(TestKey.base64(x.add(P).toByteArray()), fullY))
                .as("the same point with its coordinate a whole field further")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("P1: a key has one way of writing it, or one phone would have several ids")
    void otherWaysOfWriting(String x) {
        assertThat(DeviceKey.of(x, Y)).isEmpty();
        assertThat(DeviceKey.of(X, x)).isEmpty();
    }

    static Stream<String> otherWaysOfWriting() {
        byte[] x = Base64.getUrlDecoder().decode(X);
        return Stream.of(
                X + "=",
                Base64.getUrlEncoder().encodeToString(x),
                // the last character of 32 bytes has two bits that mean nothing
                X.substring(0, 42) + "t",
                X.substring(0, 42) + "u",
                X.substring(0, 42) + "v",
                Base64.getEncoder().withoutPadding().encodeToString(x),
                TestKey.base64(Arrays.copyOf(x, 31)),
                TestKey.base64(Arrays.copyOf(x, 33)),
                TestKey.base64("\0" + "x".repeat(32)),
                " " + X,
                X + "\n",
                X.substring(0, 20) + "\r\n" + X.substring(20),
                "",
                "=",
                "A",
                "ü".repeat(43),
                HexFormat.of().formatHex(x),
                "A".repeat(100_000));
    }

    @ParameterizedTest
    @CsvSource({
        Y + "," + X,
        X + "," + X,
        X + ",AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "__________________________________________8," + Y
    })
    @DisplayName("P1: a point beside the curve is no key (invalid-curve attack)")
    void besideTheCurve(String x, String y) {
        assertThat(DeviceKey.of(x, y)).isEmpty();
    }

    @Test
    @DisplayName("P1: the other point with the same x is another key")
    void otherHalf() {
        BigInteger y = new BigInteger(1, Base64.getUrlDecoder().decode(Y));
        DeviceKey mirrored =
                DeviceKey.of(X, TestKey.base64(TestKey.bytes(P.subtract(y)))).orElseThrow();

        assertThat(mirrored.isSameAs(known())).isFalse();
        assertThat(mirrored).isNotEqualTo(known());
        assertThat(mirrored.id()).isNotEqualTo(known().id());
    }

    @Test
    @DisplayName("two of one key are equal")
    void equality() {
        assertThat(known()).isEqualTo(known()).hasSameHashCodeAs(known()).isNotEqualTo("another thing");
        assertThat(known().isSameAs(known())).isTrue();
        assertThat(known()).isNotEqualTo(TestKey.make().device());
        assertThat(List.of(TestKey.make().device().hashCode(), known().hashCode()))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("RFC 9449, 4.1: the signature of its example counts, and for no other text")
    void signatureOfTheRfc() {
        String proof =
                "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ";
        byte[] signature = Base64.getUrlDecoder()
                .decode("2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg");

        assertThat(known().signed(proof, signature)).isTrue();
        assertThat(known().signed(proof + "A", signature)).isFalse();
        assertThat(TestKey.make().device().signed(proof, signature)).isFalse();
    }

    @Test
    @DisplayName("RFC 7515, A.3: the signature of its example counts")
    void signatureOfJws() {
        DeviceKey key = DeviceKey.of(
                        "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
                .orElseThrow();

        assertThat(
                        key.signed(
                                "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
                                Base64.getUrlDecoder()
                                        .decode(
                                                "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")))
                .isTrue();
    }

    @RepeatedTest(20)
    @DisplayName("attack 17: r and s swapped, a bit turned, DER instead of both beside each other: no signature")
    void forged() {
        TestKey key = TestKey.make();
        byte[] good = key.sign("text");

        assertThat(key.device().signed("text", good)).isTrue();
        assertThat(key.device().signed("texT", good)).isFalse();
        assertThat(key.device().signed("text", TestKey.swapped(good))).isFalse();
        assertThat(key.device().signed("text", key.sign("SHA256withECDSA", "text")))
                .as("DER")
                .isFalse();
        assertThat(key.device().signed("text", key.sign("SHA384withECDSAinP1363Format", "text")))
                .as("another hash")
                .isFalse();
        for (int index = 0; index < good.length; index++) {
            assertThat(key.device().signed("text", TestKey.with(good, index, 1)))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("attack 17: no r and no s outside of 1 to the order less 1 is one (CVE-2022-21449)")
    void outOfRange() {
        TestKey key = TestKey.make();
        byte[] good = key.sign("text");
        byte[] r = Arrays.copyOf(good, 32);
        byte[] s = Arrays.copyOfRange(good, 32, 64);
        byte[] zero = new byte[32];
        byte[] order = TestKey.bytes(ORDER);
        byte[] most = new byte[32];
        Arrays.fill(most, (byte) 0xff);

        List<byte[]> bad = List.of(
                joined(zero, zero),
                joined(zero, s),
                joined(r, zero),
                joined(order, s),
                joined(r, order),
                joined(order, order),
                joined(most, most),
                joined(most, s));
        assertThat(bad).noneMatch(signature -> key.device().signed("text", signature));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 65, 96, 128, 10_000})
    @DisplayName("RFC 7518, 3.4: a signature has 64 bytes")
    void wrongLength(int length) {
        TestKey key = TestKey.make();

        assertThat(key.device().signed("text", Arrays.copyOf(key.sign("text"), length)))
                .isFalse();
    }

    private static DeviceKey known() {
        return DeviceKey.of(X, Y).orElseThrow();
    }

    private static byte[] joined(byte[] r, byte[] s) {
        byte[] both = Arrays.copyOf(r, 64);
        System.arraycopy(s, 0, both, 32, 32);
        return both;
    }
}
