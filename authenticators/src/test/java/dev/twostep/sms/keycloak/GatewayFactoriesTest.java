package dev.twostep.sms.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.twostep.sms.http.HttpGateway;
import dev.twostep.sms.http.HttpLine;
import dev.twostep.sms.twilio.TwilioGateway;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.provider.ProviderConfigProperty;

final class GatewayFactoriesTest {

    private static final HttpLine LINE = new HttpLine(Duration.ofSeconds(2), Duration.ofSeconds(5), new Random(1));

    private static final Map<String, String> TWILIO = Map.of(
            "account-sid", "AC00000000000000000000000000000001",
            "auth-token", "token",
            "from", "+15005550006");

    private static final Map<String, String> HTTP = Map.of(
            "url", "https://sms.example/send",
            "body", "{\"to\":\"{to}\",\"text\":\"{body}\"}");

    @Test
    @DisplayName("K4: few settings are enough")
    void enough() {
        assertThat(twilio(Map.of())).isInstanceOf(TwilioGateway.class);
        assertThat(twilio(Map.of("api-key", "SK1", "api-secret", "s", "messaging-service-sid", "MG1")))
                .isInstanceOf(TwilioGateway.class);
        assertThat(http(Map.of())).isInstanceOf(HttpGateway.class);
        assertThat(http(Map.of(
                        "auth", "HEADER",
                        "auth-header", "X-Key",
                        "auth-secret", "s",
                        "headers", "X-One: 1 | X-Two: a:b",
                        "success-json", "/status=0 | queued",
                        "success-body", "^OK",
                        "message-id", "/id",
                        "refusals", "400:INVALID_NUMBER")))
                .isInstanceOf(HttpGateway.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = ';',
            value = {
                "account-sid; -",
                "account-sid; not-a-sid",
                "auth-token; -",
                "from; -",
                "region; a.b",
                "edge; a/b",
                "api-base-url; http://elsewhere.example",
                "status-callback; http://login.example"
            })
    @DisplayName("a wrong or missing setting of twilio is named, not shown")
    void wrongTwilio(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwilioGatewayFactory().gateway(settings(TWILIO, key, value), LINE))
                .withMessageContaining(key)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(String.valueOf(value)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "url; -",
                "url; http://elsewhere.example",
                "method; BREW",
                "content-type; image/png",
                "body; {\"a\":",
                "headers; X-One",
                "headers; Content-Length: 4711",
                "auth; digest",
                "success; 2xx",
                "success-json; /status",
                "success-json; status=0",
                "success-body; (",
                "message-id; id",
                "error-code; code",
                "refusals; 400",
                "not-sent; busy"
            })
    @DisplayName("a wrong or missing setting of http is named, not shown")
    void wrongHttp(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpGatewayFactory().gateway(settings(HTTP, key, value), LINE))
                .withMessageStartingWith(key + ":")
                .withNoCause();
    }

    @Test
    @DisplayName("the server info says whether a gateway is set up, and nothing more")
    void operationalInfo() {
        TwilioGatewayFactory factory = new TwilioGatewayFactory();
        factory.init(new MapScope(Map.of()));
        assertThat(factory.getOperationalInfo()).isEqualTo(Map.of("configured", "no"));
        factory.init(new MapScope(TWILIO));
        assertThat(factory.getOperationalInfo()).isEqualTo(Map.of("configured", "yes"));
    }

    @Test
    @DisplayName("every option is described, no name is one that Keycloak reserves, and secrets are marked")
    void options() {
        assertThat(Stream.of(new TwilioGatewayFactory(), new HttpGatewayFactory())
                        .flatMap(factory -> factory.getConfigMetadata().stream()))
                .allSatisfy(option -> {
                    assertThat(option.getHelpText()).isNotBlank();
                    assertThat(option.getName()).doesNotEndWith("-enabled").doesNotEndWith("-provider");
                })
                .filteredOn(ProviderConfigProperty::isSecret)
                .extracting(ProviderConfigProperty::getName)
                .containsExactly("api-secret", "auth-token", "auth-secret");
    }

    @Test
    @DisplayName("outside dev mode the outbox and its page do not exist")
    void outbox() {
        assertThat(new OutboxGatewayFactory().isSupported(new MapScope(Map.of())))
                .isFalse();
        assertThat(new OutboxPageFactory().isSupported(new MapScope(Map.of()))).isFalse();
    }

    private static Object twilio(Map<String, String> more) {
        return new TwilioGatewayFactory().gateway(settings(TWILIO, more), LINE);
    }

    private static Object http(Map<String, String> more) {
        return new HttpGatewayFactory().gateway(settings(HTTP, more), LINE);
    }

    private static GatewaySettings settings(Map<String, String> base, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(base);
        all.putAll(more);
        return GatewaySettings.onServer(new MapScope(all));
    }

    private static GatewaySettings settings(Map<String, String> base, String key, String value) {
        Map<String, String> changed = new HashMap<>(base);
        changed.put(key, value);
        return GatewaySettings.onServer(new MapScope(changed));
    }
}
