package dev.twostep.phoneapp.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.TestKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedTextTest {

    private static final String TYPE = "twostep-answer+jwt";
    private static final String CLAIMS = "{\"aud\":\"issuer\",\"iat\":1767268800,\"number\":null}";

    private final TestKey key = TestKey.make();

    @Test
    @DisplayName("P2: what a phone signs is read, and counts for its key alone")
    void good() {
        SignedText text = read(key.jws(header(""), CLAIMS)).orElseThrow();

        assertThat(text.text("aud")).isEqualTo("issuer");
        assertThat(text.seconds("iat")).isEqualTo(1_767_268_800L);
        assertThat(text.isSignedBy(key.device())).isTrue();
        assertThat(text.isSignedBy(TestKey.make().device())).isFalse();
        assertThat(text.namedKey()).isEmpty();
    }

    @Test
    @DisplayName("P1: the key that a header names is read; what is signed with another one does not count for it")
    void namedKey() {
        String header = header(",\"jwk\":" + key.jwk());
        SignedText text = read(key.jws(header, CLAIMS)).orElseThrow();
        assertThat(text.namedKey()).contains(key.device());
        assertThat(text.isSignedBy(text.namedKey().orElseThrow())).isTrue();

        SignedText forged = read(TestKey.make().jws(header, CLAIMS)).orElseThrow();
        assertThat(forged.isSignedBy(forged.namedKey().orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"none\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"HS256\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"RS256\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"PS256\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"ES384\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"ES512\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"EdDSA\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"es256\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":null}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":[\"ES256\"]}",
                "{\"typ\":\"twostep-answer+jwt\"}",
                "{\"alg\":\"ES256\"}",
                "{\"typ\":\"JWT\",\"alg\":\"ES256\"}",
                "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\"}",
                "{\"typ\":\"twostep-pairing+jwt\",\"alg\":\"ES256\"}",
                "{\"typ\":null,\"alg\":\"ES256\"}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"ES256\",\"crit\":[\"exp\"]}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"ES256\",\"crit\":[]}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"ES256\",\"crit\":null}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]}",
                "{\"typ\":\"twostep-answer+jwt\",\"alg\":\"ES256\",\"jwk\":\"text\"}",
                "[]",
                "null",
                "\"ES256\"",
                "{",
                ""
            })
    @DisplayName("attack 17: another algorithm, another purpose, an extension that has to be understood: not read")
    void otherHeaders(String header) {
        assertThat(read(key.jws(header, CLAIMS))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "1", "true", "{", "", "[{}]", "\0"})
    @DisplayName("attack 17: claims are an object")
    void otherClaims(String claims) {
        assertThat(read(key.jws(header(""), claims))).isEmpty();
    }

    @Test
    @DisplayName("attack 17: without a signature it is nothing, whatever its algorithm says")
    void unsigned() {
        String signed = key.jws(header(""), CLAIMS);
        String unsigned = signed.substring(0, signed.lastIndexOf('.'));

        assertThat(read(unsigned)).isEmpty();
        assertThat(read(unsigned + ".")).isEmpty();
        assertThat(read(unsigned + "...")).isEmpty();
        assertThat(read(unsigned + ".AAAA").map(text -> text.isSignedBy(key.device())))
                .contains(false);
    }

    @Test
    @DisplayName("attack 17: a claim changed after signing is noticed")
    void changed() {
        String[] parts = key.jws(header(""), CLAIMS).split("\\.", -1);
        String claims = TestKey.base64(CLAIMS.replace("issuer", "Issuer"));
        String header = TestKey.base64(header(",\"kid\":\"a\""));

        assertThat(read(parts[0] + "." + claims + "." + parts[2]).map(text -> text.isSignedBy(key.device())))
                .contains(false);
        assertThat(read(header + "." + parts[1] + "." + parts[2]).map(text -> text.isSignedBy(key.device())))
                .contains(false);
    }

    @Test
    @DisplayName("attack 17: 8,000 characters are read, 10 kB are not, nor is nothing")
    void length() {
        String shortest = key.jws(header(""), "{\"a\":\"\"}");
        int room = (8_000 - shortest.length()) / 4 * 3;

        assertThat(read(key.jws(header(""), "{\"a\":\"" + "x".repeat(room - 3) + "\"}")))
                .isPresent();
        assertThat(read(key.jws(header(""), "{\"a\":\"" + "x".repeat(room + 6) + "\"}")))
                .isEmpty();
        assertThat(read(key.jws(header(""), "{\"a\":\"" + "x".repeat(10_000) + "\"}")))
                .isEmpty();
        assertThat(read(key.jws(header(""), "{\"a\":" + "[".repeat(4_000)))).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(SignedText.read(null, TYPE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kty':'EC','crv':'P-256','x':'X','y':'Y','d':'AQ'}",
                "{'kty':'EC','crv':'P-256','x':'X','y':'Y','d':null}",
                "{'kty':'EC','crv':'P-384','x':'X','y':'Y'}",
                "{'kty':'EC','crv':'secp256k1','x':'X','y':'Y'}",
                "{'kty':'EC','crv':null,'x':'X','y':'Y'}",
                "{'kty':'EC','x':'X','y':'Y'}",
                "{'kty':'OKP','crv':'P-256','x':'X','y':'Y'}",
                "{'kty':'RSA','n':'X','e':'AQAB'}",
                "{'kty':'oct','k':'X'}",
                "{'crv':'P-256','x':'X','y':'Y'}",
                "{'kty':'EC','crv':'P-256','x':'Y','y':'X'}",
                "{'kty':'EC','crv':'P-256','x':'X'}",
                "{'kty':'EC','crv':'P-256','x':'X','y':5}",
                "{'kty':'EC','crv':'P-256','x':['X'],'y':'Y'}",
                "{'kty':'EC','crv':'P-256','x':null,'y':'Y'}",
                "{}"
            })
    @DisplayName("attack 17: a header that names a private key, or one that is not for ES256, names none")
    void otherKeys(String json) {
        String jwk =
                json.replace('\'', '"').replace("\"X\"", '"' + key.x() + '"').replace("\"Y\"", '"' + key.y() + '"');

        assertThat(read(key.jws(header(",\"jwk\":" + jwk), CLAIMS)))
                .hasValueSatisfying(text -> assertThat(text.namedKey()).isEmpty());
    }

    @Test
    @DisplayName("P1: a claim can be a key")
    void keyClaim() {
        TestKey agreement = TestKey.make();
        SignedText text = read(key.jws(
                        header(""),
                        "{\"good\":" + agreement.jwk()
                                + ",\"text\":\"text\",\"list\":[],\"none\":null,\"empty\":{},\"odd\":{\"kty\":[]}}"))
                .orElseThrow();

        assertThat(text.key("good")).contains(agreement.device());
        for (String claim : new String[] {"text", "list", "none", "empty", "odd", "missing"}) {
            assertThat(text.key(claim)).as(claim).isEmpty();
        }
    }

    @Test
    @DisplayName("a claim of another kind is none")
    void kinds() {
        SignedText text = read(key.jws(
                        header(""),
                        "{\"text\":\"a\",\"empty\":\"\",\"number\":1,\"null\":null,\"list\":[\"a\"],\"object\":{},\"true\":true}"))
                .orElseThrow();

        assertThat(text.text("text")).isEqualTo("a");
        assertThat(text.textOrNull("text")).isEqualTo("a");
        assertThat(text.textOrNull("empty")).isEmpty();
        for (String claim : new String[] {"number", "null", "list", "object", "true", "missing"}) {
            assertThat(text.text(claim)).as(claim).isEmpty();
            assertThat(text.textOrNull(claim)).as(claim).isNull();
        }
        for (String claim : new String[] {"text", "null", "list", "object", "true", "missing"}) {
            assertThat(text.seconds(claim)).as(claim).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "1767268800, 1767268800",
        "253402300799, 253402300799", // the last second of the year 9999
        "253402300800, 0",
        "9223372036854775807, 0",
        "9223372036854775808, 0",
        "1e400, 0",
        "1767268800.5, 0",
        "-1, 0",
        "-9223372036854775808, 0"
    })
    @DisplayName("attacks 17 and 27: a time that no clock shows is none, and nothing can be computed wrong with it")
    void times(String written, long seconds) {
        SignedText text = read(key.jws(header(""), "{\"iat\":" + written + "}")).orElseThrow();

        assertThat(text.seconds("iat")).isEqualTo(seconds);
        assertThatCode(() -> Instant.ofEpochSecond(text.seconds("iat"))
                        .plusSeconds(60)
                        .minusSeconds(120))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("attack 17: 100,000 damaged, cut, mixed and invented texts throw nothing, and none of them counts")
    void garbage() {
        Random random = new Random(17);
        DeviceKey device = key.device();
        String good = key.jws(header(",\"jwk\":" + key.jwk()), CLAIMS);
        String input = good.substring(0, good.lastIndexOf('.'));
        byte[] signature = key.sign(input);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = i % 2 == 0 ? damaged(good, random) : invented(random, signature);
            Optional<SignedText> signed = SignedText.read(text, TYPE);
            if (signed.isPresent()) {
                read++;
                use(signed.get());
                // one in so many, because a signature takes long to check
                boolean counts = read % 16 == 0 && signed.get().isSignedBy(device);
                assertThat(counts && !text.startsWith(input + ".")).as(text).isFalse();
            }
        }
        assertThat(read).as("some of them look good enough").isBetween(1_000, 90_000);
    }

    private static void use(SignedText text) {
        text.namedKey();
        text.key("jwk");
        text.text("aud");
        text.textOrNull("number");
        assertThat(Instant.ofEpochSecond(text.seconds("iat")).plusSeconds(60)).isNotNull();
    }

    private static String damaged(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int times = random.nextInt(3); times >= 0 && text.length() > 0; times--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                case 2 -> text.deleteCharAt(at);
                case 3 -> text.insert(at, "._-=A ".charAt(random.nextInt(6)));
                default -> text.setLength(Math.max(1, at));
            }
        }
        return text.toString();
    }

    private static String invented(Random random, byte[] signature) {
        String header = "{\"alg\":" + value(random, "\"ES256\"") + ",\"typ\":" + value(random, "\"" + TYPE + "\"")
                + (random.nextInt(4) == 0 ? ",\"jwk\":" + value(random, "{\"kty\":\"EC\"}") : "") + "}";
        String claims = "{\"iat\":" + value(random, "1") + ",\"jwk\":" + value(random, "{}") + ",\"aud\":"
                + value(random, "\"a\"") + "}";
        byte[] bytes = claims.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return TestKey.base64(header) + "." + TestKey.base64(bytes)
                + (random.nextInt(8) == 0 ? "" : "." + TestKey.base64(signature));
    }

    /** Mostly the usual one. */
    private static String value(Random random, String usual) {
        return switch (random.nextInt(24)) {
            case 0 -> "null";
            case 1 -> String.valueOf(random.nextLong());
            case 2 -> "1e" + random.nextInt(1_000);
            case 3 -> "[" + usual + "]";
            case 4 -> "{\"kty\":" + random.nextInt() + "}";
            case 5 -> "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + random.nextInt() + "\",\"y\":{}}";
            case 6 -> "\"\\u" + String.format(Locale.ROOT, "%04x", random.nextInt(0x10000)) + "\"";
            case 7 -> "[".repeat(random.nextInt(2_000));
            case 8 -> "true";
            default -> usual;
        };
    }

    private static Optional<SignedText> read(String jws) {
        return SignedText.read(jws, TYPE);
    }

    private static String header(String more) {
        return "{\"typ\":\"" + TYPE + "\",\"alg\":\"ES256\"" + more + "}";
    }
}
