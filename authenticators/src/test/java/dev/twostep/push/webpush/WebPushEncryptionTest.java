package dev.twostep.push.webpush;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.twostep.push.FakePhone;
import dev.twostep.push.PushSender;
import dev.twostep.push.PushSubscription;
import dev.twostep.secret.P256;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPushEncryptionTest {

    private final FakePhone phone = new FakePhone();
    private final PushSubscription subscription = phone.at("https://push.example/x");
    private final WebPushEncryption encryption = new WebPushEncryption(new SecureRandom());

    @Test
    @DisplayName("P3: RFC 8291, section 5 and appendix A, byte for byte")
    void rfcVector() throws Exception {
        PushSubscription receiver = PushSubscription.read(
                        "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                        "BTBZMqHH6r4Tts7J_aSIgg")
                .orElseThrow();
        ECPublicKey asPublic = P256.read(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"))
                .orElseThrow();
        KeyPair sender = new KeyPair(
                asPublic,
                KeyFactory.getInstance("EC")
                        .generatePrivate(new ECPrivateKeySpec(
                                new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")),
                                asPublic.getParams())));
        byte[] text = "When I grow up, I want to be a watermelon".getBytes(UTF_8);

        byte[] body = WebPushEncryption.encrypt(
                receiver, WebPushEncryption.padded(text, text.length), sender, bytes("DGv6ra1nlYgDCS1FRnbzlw"));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200, 1022, 1023})
    @DisplayName("P3: the phone reads what was sent, and all notifications are equally long")
    void roundTrip(int length) throws Exception {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'x');

        byte[] body = encryption.encrypt(subscription, text);

        assertThat(phone.decrypt(body)).isEqualTo(text);
        assertThat(body).hasSize(16 + 4 + 1 + 65 + PushSender.LONGEST_PAYLOAD + 1 + 16);
    }

    @Test
    @DisplayName("P3: salt and key are new for each notification")
    void neverTheSame() {
        byte[] one = encryption.encrypt(subscription, new byte[] {1});
        byte[] other = encryption.encrypt(subscription, new byte[] {1});

        assertThat(Arrays.copyOfRange(one, 0, 16)).isNotEqualTo(Arrays.copyOfRange(other, 0, 16));
        assertThat(Arrays.copyOfRange(one, 21, 86)).isNotEqualTo(Arrays.copyOfRange(other, 21, 86));
    }

    @Test
    @DisplayName("P3: a text that would stand out by its length is a defect, and is not quoted")
    void tooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encryption.encrypt(subscription, new byte[1024]))
                .withMessage("a notification of 1024 bytes is too long");
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
