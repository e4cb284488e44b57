package dev.twostep.push.webpush;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.secret.P256;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VapidTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Pattern HEADER =
            Pattern.compile("vapid t=([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+), k=([A-Za-z0-9_-]{87})");

    private final SecureRandom random = new SecureRandom();
    private final VapidKey key = VapidKey.generate(random);

    @Test
    @DisplayName("P3: RFC 8292: a token for the push service, not longer than a day, signed by the key that is named")
    void token() throws Exception {
        Matcher header = header("mailto:admin@example.org", "https://push.example/x");

        JsonNode jose = json(header.group(1));
        JsonNode claims = json(header.group(2));
        assertThat(jose).hasToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        assertThat(claims.get("aud").textValue()).isEqualTo("https://push.example");
        assertThat(claims.get("sub").textValue()).isEqualTo("mailto:admin@example.org");
        assertThat(Instant.ofEpochSecond(claims.get("exp").longValue()))
                .isAfter(NOW.plus(Duration.ofMinutes(30)))
                .isBefore(NOW.plus(Duration.ofHours(12)));
        assertThat(claims).hasSize(3);
        assertThat(header.group(4)).isEqualTo(key.applicationServerKey());
        assertThat(bytes(header.group(3))).hasSize(64);
        assertThat(isSigned(header)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://push.example/x?y, https://push.example",
        "https://PUSH.example:443/x, https://push.example",
        "https://push.example:8443/x, https://push.example:8443",
        "http://localhost:9999/x, http://localhost:9999",
        "http://localhost:80/x, http://localhost",
        "http://localhost:443/x, http://localhost:443",
        "https://[2606:4700::1]/x, https://[2606:4700::1]"
    })
    @DisplayName("P3: the token is for the endpoint's origin, which has no path and no port that goes without saying")
    void audience(String endpoint, String audience) throws Exception {
        assertThat(json(header("https://example.org", endpoint).group(2))
                        .get("aud")
                        .textValue())
                .isEqualTo(audience);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin@example.org", "http://example.org", "https:", "mailto:", "tel:+1", "mailto:a b"})
    @DisplayName("P3: a contact that is none is refused at once")
    void contact(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vapid(key, subject, InstantSource.system()))
                .withMessageStartingWith("subject:");
    }

    @Test
    @DisplayName("P3: the key that a browser subscribes for is the public one, 65 bytes; the other one does not print")
    void applicationServerKey() {
        KeyPair pair = P256.generate(random);
        VapidKey known = new VapidKey((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());

        assertThat(bytes(known.applicationServerKey())).isEqualTo(P256.write((ECPublicKey) pair.getPublic()));
        assertThat(known).hasToString("VapidKey(•••)");
    }

    @Test
    @DisplayName("P3: halves that do not belong together, or of another curve, are no key")
    void noPair() throws Exception {
        KeyPair one = P256.generate(random);
        KeyPair other = P256.generate(random);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair larger = generator.generateKeyPair();

        assertThatIllegalArgumentException().isThrownBy(() -> vapidKey(one, other));
        assertThatIllegalArgumentException().isThrownBy(() -> vapidKey(larger, larger));
    }

    private static VapidKey vapidKey(KeyPair privateHalf, KeyPair publicHalf) {
        return new VapidKey((ECPrivateKey) privateHalf.getPrivate(), (ECPublicKey) publicHalf.getPublic());
    }

    private Matcher header(String subject, String endpoint) {
        Origin origin = Origin.of(URI.create(endpoint)).orElseThrow();
        Matcher header = HEADER.matcher(new Vapid(key, subject, InstantSource.fixed(NOW)).authorization(origin));
        assertThat(header.matches()).isTrue();
        return header;
    }

    private static boolean isSigned(Matcher header) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.read(bytes(header.group(4))).orElseThrow());
        signature.update((header.group(1) + "." + header.group(2)).getBytes(US_ASCII));
        return signature.verify(bytes(header.group(3)));
    }

    private static JsonNode json(String base64url) throws Exception {
        return new ObjectMapper().readTree(bytes(base64url));
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
