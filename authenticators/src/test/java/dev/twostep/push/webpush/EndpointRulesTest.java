package dev.twostep.push.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointRulesTest {

    private static final List<String> LISTED = List.of(
            " HTTPS://Push.example:8443/ ", "http://localhost:9999", "fcm.googleapis.com", "*.notify.windows.com");

    private final EndpointRules open = EndpointRules.anyPublic();
    private final EndpointRules listed = EndpointRules.of("endpoints", LISTED, false);
    private final EndpointRules only = EndpointRules.of("endpoints", LISTED, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/x",
                "https://updates.push.services.mozilla.com/wpush/v2/x",
                "https://web.push.apple.com/x",
                "https://WNS2-PAR02P.notify.windows.com/w/?token=x%3d%3d",
                "https://ntfy.example:443/up?up=1",
                "https://8.8.8.8/x",
                "https://[2606:4700::1111]/x",
                "https://123.example/x",
                "https://xn--bcher-kva.example/x"
            })
    @DisplayName("P3: any push service on https and its own port may be called, as far as its spelling tells")
    void open(String endpoint) {
        assertThat(open.destination(URI.create(endpoint)))
                .hasValueSatisfying(to -> assertThat(to.trusted()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example/x", // plain
                "http://push.example:443/x",
                "https://push.example:8443/x", // another port
                "https://push.example:22/x",
                "https://push.example:0/x",
                "https://push.example:65979/x", // 443, if the port is cut to 16 bits
                "https://user@push.example/x",
                "https://push.example/x#y",
                "https://push.example./x", // a dot at the end: the same name, another spelling
                "https://localhost./x",
                "https://2130706433/x", // 127.0.0.1 in one number
                "https://017700000001/x", // in octal
                "https://0x7f000001/x", // in hexadecimal
                "https://0X7F000001/x",
                "https://127.1/x",
                "https://0177.0.0.1/x",
                "https://127.0.0.01/x",
                "https://0x7f.0.0.1/x",
                "https://1.2.3.4./x",
                "https://[fe80::1%25eth0]/x",
                "https://-push.example/x",
                "https://push..example/x",
                "ftp://push.example/x",
                "https:/x",
                "/x"
            })
    @DisplayName("attack 30: other schemes and ports, and hosts that can be read in two ways, go nowhere")
    void nowhere(String endpoint) {
        assertThat(open.destination(URI.create(endpoint))).isEmpty();
    }

    @Test
    @DisplayName("P3: a listed origin is trusted, in any spelling, and only with its own scheme and port")
    void trusted() {
        assertThat(trusted(listed, "https://PUSH.example:8443/x")).isTrue();
        assertThat(trusted(listed, "http://LocalHost:9999/notify/x")).isTrue();
        assertThat(listed.destination(URI.create("https://localhost:9999/x"))).isEmpty();
        assertThat(listed.destination(URI.create("http://localhost:9998/x"))).isEmpty();
        assertThat(listed.destination(URI.create("http://user@localhost:9999/x")))
                .isEmpty();
        assertThat(trusted(listed, "https://localhost/x")).isFalse();
        assertThat(trusted(listed, "https://push.example/x")).isFalse();
        assertThat(trusted(listed, "https://fcm.googleapis.com/x")).isFalse();
    }

    @Test
    @DisplayName("P3: if only what is listed may be called, nothing else is")
    void onlyListed() {
        assertThat(trusted(only, "https://push.example:8443/x")).isTrue();
        assertThat(trusted(only, "https://fcm.googleapis.com/x")).isFalse();
        assertThat(trusted(only, "https://wns2-par02p.notify.windows.com/x")).isFalse();
        for (String other : List.of(
                "https://web.push.apple.com/x",
                "https://push.example/x",
                "https://notify.windows.com/x",
                "https://evilnotify.windows.com/x",
                "https://x.notify.windows.com.evil.example/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://evil.fcm.googleapis.com/x",
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://8.8.8.8/x")) {
            assertThat(only.destination(URI.create(other))).as(other).isEmpty();
        }
        assertThat(EndpointRules.of("endpoints", List.of(), true).destination(URI.create("https://push.example/x")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                "*.*.example",
                "push.*.example",
                "push.example/x",
                "push.example:8443",
                "2130706433",
                "https://push.example/x",
                "https://push.example?x",
                "https://push.example#x",
                "https://*.example",
                "https://push.example:0",
                "https://push.example:65536",
                "https://user@push.example",
                "ftp://push.example",
                "https://",
                "://",
                "https://push example",
                "a b"
            })
    @DisplayName("P3: what is neither an origin nor a host is refused by the setting's name")
    void badEntries(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointRules.of("endpoints", List.of(entry), false))
                .withMessageStartingWith("endpoints:")
                .withNoCause();
    }

    private static boolean trusted(EndpointRules rules, String endpoint) {
        return rules.destination(URI.create(endpoint)).orElseThrow().trusted();
    }
}
