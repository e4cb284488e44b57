package dev.twostep.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class P256Test {

    /** FIPS 186-4, D.1.2.3: the prime and the base point. */
    private static final String P = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";

    private static final String B = "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b";
    private static final String GX = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    private static final String GY = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    private static final String ZERO = "0000000000000000000000000000000000000000000000000000000000000000";

    /** The x of a point on the curve that begins with many zeros, so that p + 5 fits into 32 bytes too. */
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private final SecureRandom random = new SecureRandom();

    @RepeatedTest(20)
    @DisplayName("a key is read as it was written, whatever its coordinates begin with")
    void roundTrip() {
        ECPublicKey key = (ECPublicKey) P256.generate(random).getPublic();

        assertThat(P256.read(P256.write(key)).orElseThrow().getW()).isEqualTo(key.getW());
    }

    @Test
    @DisplayName("a coordinate that begins with zeros has them in its 32 bytes")
    void shortCoordinate() {
        byte[] written = pointAt(FIVE, FIVE);

        assertThat(P256.write(P256.read(written).orElseThrow())).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        GX + ", 4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f4",
        GY + ", " + GX,
        ZERO + ", " + ZERO,
        P + ", " + GY,
        P + ", " + P,
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, " + GY,
    })
    @DisplayName("P3: a point beside the curve, or outside of its field, is no key (invalid-curve attack)")
    void besideTheCurve(String x, String y) {
        assertThat(P256.read(point(x, y))).isEmpty();
    }

    @Test
    @DisplayName("P3: the same point with its coordinate a whole field further is refused, not reduced")
    void notReduced() {
        assertThat(P256.read(pointAt(FIVE, FIVE))).isPresent();
        assertThat(P256.read(pointAt(FIVE, FIVE.add(new BigInteger(P, 16))))).isEmpty();
    }

    @Test
    @DisplayName("P3: zero is a coordinate; the prime, which is the same in the field, is none")
    void firstBeyondTheField() {
        assertThat(P256.read(pointAt(BigInteger.ZERO, BigInteger.ZERO))).isPresent();
        assertThat(P256.read(pointAt(BigInteger.ZERO, new BigInteger(P, 16)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"02, 33", "03, 33", "04, 64", "04, 66", "05, 65", "00, 65", "00, 1", "06, 65"})
    @DisplayName("P3: only the uncompressed form is read")
    void otherForms(String first, int length) {
        byte[] written = Arrays.copyOf(point(GX, GY), length);
        written[0] = Byte.parseByte(first, 16);

        assertThat(P256.read(written)).isEmpty();
    }

    @Test
    @DisplayName("both sides agree on one secret")
    void agreement() {
        KeyPair one = P256.generate(random);
        KeyPair other = P256.generate(random);

        assertThat(P256.agree((ECPrivateKey) one.getPrivate(), (ECPublicKey) other.getPublic()))
                .hasSize(32)
                .isEqualTo(P256.agree((ECPrivateKey) other.getPrivate(), (ECPublicKey) one.getPublic()));
    }

    @Test
    @DisplayName("a key of another curve is none of ours")
    void otherCurve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair foreign = generator.generateKeyPair();
        KeyPair own = P256.generate(random);
        ECPrivateKey ownPrivate = (ECPrivateKey) own.getPrivate();

        assertThat(P256.isOnCurve(ownPrivate, (ECPublicKey) own.getPublic())).isTrue();
        assertThat(P256.isOnCurve(ownPrivate, (ECPublicKey) foreign.getPublic()))
                .isFalse();
        assertThat(P256.isOnCurve((ECPrivateKey) foreign.getPrivate(), (ECPublicKey) own.getPublic()))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> P256.agree(ownPrivate, (ECPublicKey) foreign.getPublic()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 2",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254f, ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550, 1",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551, 2",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632552, 3"
    })
    @DisplayName("P3: any number makes a private key from 1 to the order less 1, never 0 and never the order")
    void privateKeyOfANumber(String number, String key) {
        assertThat(P256.privateKey(new BigInteger(number, 16)).getS()).isEqualTo(new BigInteger(key, 16));
    }

    @Test
    @DisplayName("P3: one of 512 bits makes a private key that works")
    void privateKeyOfManyBits() {
        ECPrivateKey one = P256.privateKey(BigInteger.ONE.shiftLeft(511).subtract(BigInteger.TEN));
        KeyPair other = P256.generate(random);

        assertThat(P256.agree(P256.privateKey(BigInteger.ZERO), (ECPublicKey) other.getPublic()))
                .as("one times a point is that point, whose x is the secret")
                .isEqualTo(Arrays.copyOfRange(P256.write((ECPublicKey) other.getPublic()), 1, 33));
        assertThat(P256.isOnCurve(one, (ECPublicKey) other.getPublic())).isTrue();
        assertThat(P256.agree(one, (ECPublicKey) other.getPublic())).hasSize(32);
    }

    /** A point of the curve with this x, which may be written as another number: y = (x³ - 3x + b)^((p+1)/4). */
    private static byte[] pointAt(BigInteger x, BigInteger writtenX) {
        BigInteger p = new BigInteger(P, 16);
        BigInteger square = new BigInteger(B, 16).add(x.pow(3)).subtract(x.multiply(BigInteger.valueOf(3)));
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return point(hex(writtenX), hex(y));
    }

    private static String hex(BigInteger coordinate) {
        String digits = coordinate.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static byte[] point(String x, String y) {
        return HexFormat.of().parseHex("04" + x + y);
    }
}
