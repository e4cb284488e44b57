package dev.twostep.phoneapp.webauthn;

import static dev.twostep.phoneapp.webauthn.SoftwareAuthenticator.PRESENT;
import static dev.twostep.phoneapp.webauthn.SoftwareAuthenticator.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.ApprovalKey.Algorithm;
import dev.twostep.phoneapp.Assertion;
import dev.twostep.phoneapp.RelyingParty;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** WebAuthn Level 2, 7.2: what an assertion has to be to count. */
final class AssertionCheckTest {

    private static final RelyingParty PARTY = new RelyingParty("login.example.org", "https://login.example.org");
    private static final String STATEMENT = "eyJhbGciOiJFUzI1NiJ9.eyJkZWNpc2lvbiI6ImFwcHJvdmUifQ.c2lnbmF0dXJl";
    private static final String ANOTHER = "eyJhbGciOiJFUzI1NiJ9.eyJkZWNpc2lvbiI6ImFwcHJvdmUifQ.YW5vdGhlcg";

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @DisplayName("A statement that the phone's owner confirmed counts, whatever the counter says")
    void good(Algorithm algorithm) {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(algorithm);
        assertThat(passes(phone.sign(STATEMENT), phone)).isTrue();
        assertThat(passes(phone.counter(7).sign(STATEMENT), phone)).isTrue();
        assertThat(passes(phone.counter(3).sign(STATEMENT), phone)).isTrue();
    }

    @Test
    @DisplayName("A key that is backed up counts (flags BE and BS), and a browser that says more or less of the frame")
    void browsers() {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(Algorithm.ES256);
        assertThat(passes(phone.flags(PRESENT | VERIFIED | 8 | 16).sign(STATEMENT), phone))
                .isTrue();
        assertThat(passes(phone.more("").sign(STATEMENT), phone)).isTrue();
        assertThat(passes(phone.more(",\"crossOrigin\":false,\"other\":[1]").sign(STATEMENT), phone))
                .isTrue();
    }

    record Forgery(String name, UnaryOperator<SoftwareAuthenticator> by) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Forgery> forgeries() {
        return List.of(
                new Forgery("another origin", phone -> phone.origin("https://login.example.org.evil.example")),
                new Forgery("another port", phone -> phone.origin("https://login.example.org:8443")),
                new Forgery("without TLS", phone -> phone.origin("http://login.example.org")),
                new Forgery("a host below", phone -> phone.origin("https://a.login.example.org")),
                new Forgery("another relying party", phone -> phone.party("example.org")),
                new Forgery("not verified", phone -> phone.flags(PRESENT)),
                new Forgery("not present", phone -> phone.flags(VERIFIED)),
                new Forgery("no flags", phone -> phone.flags(0)),
                new Forgery("made, not used", phone -> phone.type("webauthn.create")),
                new Forgery("of a payment", phone -> phone.type("payment.get")),
                new Forgery("in a frame of another", phone -> phone.more(",\"crossOrigin\":true")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    @DisplayName("Nothing else counts, however well it is signed")
    void forged(Forgery forgery) {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(Algorithm.ES256);
        assertThat(passes(forgery.by().apply(phone).sign(STATEMENT), phone)).isFalse();
    }

    @Test
    @DisplayName("An assertion over another statement, over the statement itself and not its hash, or over nothing")
    void anotherChallenge() {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(Algorithm.ES256);
        assertThat(passes(phone.sign(ANOTHER), phone)).isFalse();
        assertThat(passes(phone.sign(STATEMENT.substring(0, STATEMENT.lastIndexOf('.'))), phone))
                .isFalse();
        assertThat(passes(phone.signChallenge(STATEMENT), phone)).isFalse();
        assertThat(passes(phone.signChallenge(""), phone)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @DisplayName("Another phone's key, of either kind")
    void anotherKey(Algorithm algorithm) {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(algorithm);
        for (Algorithm each : Algorithm.values()) {
            assertThat(passes(new SoftwareAuthenticator(each).sign(STATEMENT), phone))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("Parts that were changed, shortened, lengthened, exchanged, or are none")
    void damaged() {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(Algorithm.ES256);
        Assertion good = phone.sign(STATEMENT);
        Assertion unverified = phone.flags(PRESENT).sign(STATEMENT);
        String data = good.authenticatorData();
        String client = good.clientDataJson();
        String signature = good.signature();
        assertThat(List.of(
                        new Assertion("", "", ""),
                        new Assertion("", client, signature),
                        new Assertion(data, "", signature),
                        new Assertion(data, client, ""),
                        new Assertion(shortened(data), client, signature),
                        new Assertion(lengthened(data), client, signature),
                        new Assertion(data, shortened(client), signature),
                        new Assertion(data, lengthened(client), signature),
                        new Assertion(data, client, shortened(signature)),
                        new Assertion(data, client, lengthened(signature)),
                        new Assertion(flipped(data, 32), client, signature),
                        new Assertion(flipped(data, 36), client, signature),
                        new Assertion(data, flipped(client, 10), signature),
                        new Assertion(data, client, flipped(signature, 20)),
                        new Assertion(data, client, unverified.signature()),
                        new Assertion(client, data, signature),
                        new Assertion("not base64", client, signature),
                        new Assertion(data, "bm90IEpTT04", signature),
                        new Assertion(data, "bnVsbA", signature),
                        new Assertion(data, "W10", signature),
                        new Assertion(data, deep(), signature)))
                .allSatisfy(assertion -> assertThat(passes(assertion, phone)).isFalse());
        assertThat(passes(good, phone)).isTrue();
    }

    private static boolean passes(Assertion assertion, SoftwareAuthenticator phone) {
        ApprovalKey key = phone.key();
        return AssertionCheck.passes(assertion, STATEMENT, key, PARTY);
    }

    private static String shortened(String text) {
        byte[] bytes = bytes(text);
        return SoftwareAuthenticator.text(Arrays.copyOf(bytes, bytes.length - 1));
    }

    private static String lengthened(String text) {
        byte[] bytes = bytes(text);
        return SoftwareAuthenticator.text(Arrays.copyOf(bytes, bytes.length + 1));
    }

    private static String flipped(String text, int at) {
        byte[] bytes = bytes(text);
        bytes[at] ^= 1;
        return SoftwareAuthenticator.text(bytes);
    }

    /** As deep as a call may be long. */
    private static String deep() {
        return SoftwareAuthenticator.text("[".repeat(12_000).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
