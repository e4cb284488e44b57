package dev.twostep.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PushSubscriptionTest {

    private static final String ENDPOINT = "https://push.example/send/c0ffee-secret?v=1";

    private final FakePhone phone = new FakePhone();

    @Test
    @DisplayName("P3: what a browser gives is read, with or without padding")
    void reads() {
        PushSubscription read = read(ENDPOINT, phone.p256dh(), phone.auth()).orElseThrow();

        assertThat(read.endpoint()).hasToString(ENDPOINT);
        assertThat(read.p256dh()).isEqualTo(Base64.getUrlDecoder().decode(phone.p256dh()));
        assertThat(read.authSecret()).isEqualTo(Base64.getUrlDecoder().decode(phone.auth()));
        assertThat(read(ENDPOINT, phone.p256dh() + "=", phone.auth() + "==")).isPresent();
        assertThat(read("HTTPS://PUSH.example:443/x", phone.p256dh(), phone.auth()))
                .isPresent();
        assertThat(read("http://localhost:9999/x", phone.p256dh(), phone.auth()))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "push.example/x",
                "//push.example/x",
                "/x",
                "https:x",
                "https:///x",
                "https://",
                "ftp://push.example/x",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://user@push.example/x",
                "https://user:password@push.example/x",
                "https://@push.example/x",
                "https://push.example/x#fragment",
                "https://push.example/x#",
                "https://push.example /x",
                "https://push.example/x y",
                " https://push.example/x",
                "https://push.example/x\n",
                "https://push.example/x\u0000",
                "https://push.example\\@evil.example/x",
                "https://push.exämple/x",
                "https://push.example/ä",
                "https://127。0。0。1/x",
                "https://push_service.example/x",
                "https://push.example:port/x",
                "https://%6c%6fcalhost/x",
                "https://[::1/x",
                "https://[fe80::1%eth0]/x y"
            })
    @DisplayName("P3, attack 30: what is not plainly a URL of a host is refused")
    void endpoints(String endpoint) {
        assertThat(read(endpoint, phone.p256dh(), phone.auth())).isEmpty();
    }

    @Test
    @DisplayName("P3: an endpoint has at most 2000 characters")
    void length() {
        String longest = ENDPOINT + "x".repeat(2000 - ENDPOINT.length());

        assertThat(read(longest, phone.p256dh(), phone.auth())).isPresent();
        assertThat(read(longest + "x", phone.p256dh(), phone.auth())).isEmpty();
    }

    @Test
    @DisplayName("P3: keys of any other length, alphabet or form are refused")
    void keys() {
        byte[] point = Base64.getUrlDecoder().decode(phone.p256dh());
        byte[] beside = point.clone();
        beside[64] ^= 1;
        byte[] compressed = Arrays.copyOf(point, 33);
        compressed[0] = 2;

        assertThat(read(ENDPOINT, base64(beside), phone.auth())).isEmpty();
        assertThat(read(ENDPOINT, base64(compressed), phone.auth())).isEmpty();
        assertThat(read(ENDPOINT, base64(Arrays.copyOf(point, 64)), phone.auth()))
                .isEmpty();
        assertThat(read(ENDPOINT, base64(Arrays.copyOf(point, 66)), phone.auth()))
                .isEmpty();
        assertThat(read(ENDPOINT, "", phone.auth())).isEmpty();
        assertThat(read(ENDPOINT, "+/" + phone.p256dh().substring(2), phone.auth()))
                .isEmpty();
        assertThat(read(ENDPOINT, phone.p256dh() + "===", phone.auth())).isEmpty();
        assertThat(read(ENDPOINT, phone.p256dh(), base64(new byte[15]))).isEmpty();
        assertThat(read(ENDPOINT, phone.p256dh(), base64(new byte[17]))).isEmpty();
        assertThat(read(ENDPOINT, phone.p256dh(), "")).isEmpty();
        assertThat(read(ENDPOINT, phone.p256dh(), "=")).isEmpty();
        assertThat(read(ENDPOINT, phone.p256dh(), "A".repeat(1_000_000))).isEmpty();
    }

    @Test
    @DisplayName("P3: neither endpoint nor keys print, and nobody changes them from outside")
    void doesNotPrint() {
        PushSubscription subscription = phone.at(ENDPOINT);
        subscription.p256dh()[0] = 9;
        subscription.authSecret()[0] ^= 9;

        assertThat(subscription).hasToString("PushSubscription(•••)");
        assertThat(base64(subscription.p256dh())).isEqualTo(phone.p256dh());
        assertThat(base64(subscription.authSecret())).isEqualTo(phone.auth());
    }

    @Test
    @DisplayName("P3: whatever a stranger sends, it is read or refused; and what is read keeps all promises")
    void strangers() {
        Random random = new Random(30);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            Optional<PushSubscription> subscription =
                    read(spoilt(ENDPOINT, random), spoilt(phone.p256dh(), random), spoilt(phone.auth(), random));
            read += subscription.isPresent() ? 1 : 0;
            subscription.ifPresent(PushSubscriptionTest::keepsItsPromises);
        }
        assertThat(read).isBetween(4_000, 16_000); // so it has seen both
    }

    private static void keepsItsPromises(PushSubscription subscription) {
        assertThat(subscription.endpoint().getScheme()).isIn("http", "https");
        assertThat(subscription.endpoint().getHost()).isNotEmpty();
        assertThat(subscription.endpoint().getRawUserInfo()).isNull();
        assertThat(subscription.endpoint().getRawFragment()).isNull();
        assertThat(subscription.p256dh()).hasSize(65).startsWith(4);
        assertThat(subscription.authSecret()).hasSize(16);
    }

    /** Two of three are left as they are; else some characters are changed, put in, or taken out. */
    private static String spoilt(String text, Random random) {
        StringBuilder spoilt = new StringBuilder(text);
        if (random.nextInt(3) > 0) {
            return text;
        }
        String odd = "@:/#?[]%\\.=-_+ \t\n\u0000AZaz09\u00e4\u3002\ud83d";
        for (int i = random.nextInt(4); i >= 0 && !spoilt.isEmpty(); i--) {
            int at = random.nextInt(spoilt.length());
            char character = odd.charAt(random.nextInt(odd.length()));
            switch (random.nextInt(4)) {
                case 0 -> spoilt.setCharAt(at, character);
                case 1 -> spoilt.insert(at, character);
                case 2 -> spoilt.deleteCharAt(at);
                default -> spoilt.setLength(at + 1);
            }
        }
        return spoilt.toString();
    }

    private static Optional<PushSubscription> read(String endpoint, String p256dh, String auth) {
        return PushSubscription.read(endpoint, p256dh, auth);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
