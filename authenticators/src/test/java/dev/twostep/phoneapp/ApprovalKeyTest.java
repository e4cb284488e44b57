package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApprovalKeyTest {

    private static final String ID = text(new byte[16]);
    private static final PublicKey P256 = ec("secp256r1");
    private static final PublicKey RSA = rsa(2048);

    @Test
    @DisplayName("ES256 on P-256 and RS256 with 2048 bits, as browsers give them")
    void taken() {
        for (ApprovalKey key : List.of(
                ApprovalKey.of(ID, text(P256.getEncoded()), -7).orElseThrow(),
                ApprovalKey.of(ID, text(RSA.getEncoded()), -257).orElseThrow())) {
            assertThat(key.id()).isEqualTo(ID);
            assertThat(ApprovalKey.of(key.id(), key.publicKey(), key.algorithm().number()))
                    .hasValue(key);
        }
    }

    @Test
    @DisplayName("the same key under another id is another one, and another key under the same id")
    void same() {
        ApprovalKey key = ApprovalKey.of(ID, text(P256.getEncoded()), -7).orElseThrow();
        assertThat(ApprovalKey.of(ID, text(P256.getEncoded()), -7))
                .hasValue(key)
                .get()
                .hasSameHashCodeAs(key);
        assertThat(ApprovalKey.of(text(new byte[17]), text(P256.getEncoded()), -7)
                        .orElseThrow())
                .isNotEqualTo(key);
        assertThat(ApprovalKey.of(ID, text(RSA.getEncoded()), -257).orElseThrow())
                .isNotEqualTo(key);
    }

    record Refused(String name, String id, String key, long algorithm) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Refused> refused() {
        byte[] point = P256.getEncoded();
        byte[] besideTheCurve = point.clone();
        besideTheCurve[point.length - 1] ^= 1;
        return List.of(
                new Refused("P-384", ID, text(ec("secp384r1").getEncoded()), -7),
                new Refused("P-384 by its own number", ID, text(ec("secp384r1").getEncoded()), -35),
                new Refused("P-521", ID, text(ec("secp521r1").getEncoded()), -7),
                new Refused("beside the curve", ID, text(besideTheCurve), -7),
                new Refused("RSA of 1024 bits", ID, text(rsa(1024).getEncoded()), -257),
                new Refused("RSA that takes long", ID, text(rsa(6144).getEncoded()), -257),
                new Refused("RSA as ES256", ID, text(RSA.getEncoded()), -7),
                new Refused("P-256 as RS256", ID, text(point), -257),
                new Refused("RS1", ID, text(RSA.getEncoded()), -65535),
                new Refused("another number that fits into 32 bits", ID, text(point), -7 + (1L << 32)),
                new Refused("truncated", ID, text(Arrays.copyOf(point, point.length - 1)), -7),
                new Refused("with something after it", ID, text(Arrays.copyOf(point, point.length + 1)), -7),
                new Refused("nothing", ID, text(new byte[0]), -7),
                new Refused("an id that is too short", text(new byte[15]), text(point), -7),
                new Refused("an id that is too long", text(new byte[1024]), text(point), -7),
                new Refused("an id in another alphabet", "++++++++++++++++++++++", text(point), -7));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    @DisplayName("Anything else is no key")
    void refused(Refused refused) {
        assertThat(ApprovalKey.of(refused.id(), refused.key(), refused.algorithm()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1023})
    @DisplayName("WebAuthn, 4: ids have 16 to 1023 bytes")
    void ids(int bytes) {
        assertThat(ApprovalKey.of(text(new byte[bytes]), text(P256.getEncoded()), -7))
                .isPresent();
    }

    private static PublicKey ec(String curve) {
        return key("EC", new ECGenParameterSpec(curve));
    }

    private static PublicKey rsa(int bits) {
        return key("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    private static PublicKey key(String family, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(parameters);
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
