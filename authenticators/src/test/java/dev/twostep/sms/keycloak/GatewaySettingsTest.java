package dev.twostep.sms.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class GatewaySettingsTest {

    private static final Map<String, String> VAULT = Map.of("${vault.token}", "from-vault");

    @Test
    @DisplayName("K3: a server option is taken as it is, or from the vault")
    void serverOptions() {
        GatewaySettings settings = settings(Map.of("from", " Example ", "token", "${vault.token}"), Map.of());
        assertThat(settings.text("from")).hasValue("Example");
        assertThat(settings.text("token")).hasValue("from-vault");
        assertThat(settings.text("region")).isEmpty();
    }

    @Test
    @DisplayName("K3: a realm overrides an option by a vault reference")
    void realmOverride() {
        GatewaySettings settings = settings(Map.of("token", "the server's"), Map.of("token", "${vault.token}"));
        assertThat(settings.requiredSecret("token").reveal()).isEqualTo("from-vault");
        assertThat(settings.ignored()).isEmpty();
    }

    @Test
    @DisplayName("K3: anything else in a realm's configuration is ignored, and named by its key")
    void secretInTheRealm() {
        GatewaySettings settings = settings(Map.of("token", "the server's"), Map.of("token", "in-clear"));
        assertThat(settings.text("token")).hasValue("the server's");
        assertThat(settings.ignored()).containsExactly("token");
    }

    @Test
    @DisplayName(
            "K3: each override that is no vault reference can be told to the admin by its key, a misspelled one included")
    void plainOverrides() {
        assertThat(GatewaySettings.plainOverrides(Map.of(
                        "twilio.api-secret", "in-clear",
                        "twillio.auth-token", "in-clear",
                        "twilio.from", "${vault.from}",
                        "http.url", " ",
                        "gateways", "twilio")))
                .containsExactly("twilio.api-secret", "twillio.auth-token");
    }

    @Test
    @DisplayName("K3: an override that the vault does not know never falls back to the server's account")
    void unknownInTheVault() {
        GatewaySettings settings = settings(Map.of("token", "the server's"), Map.of("token", "${vault.other}"));
        assertThat(settings.text("token")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.requiredSecret("token"))
                .withMessage("token: missing");
    }

    @Test
    @DisplayName("a gateway without any setting can be told from one that is half set up")
    void anything() {
        GatewaySettings none = settings(Map.of("from", " "), Map.of("from", ""));
        assertThat(none.text("from")).isEmpty();
        assertThat(none.anything()).isFalse();
        assertThat(none.ignored()).isEmpty();
        GatewaySettings some = settings(Map.of("from", "x"), Map.of());
        assertThat(some.required("from")).isEqualTo("x");
        assertThat(some.anything()).isTrue();
    }

    private static GatewaySettings settings(Map<String, String> options, Map<String, String> overrides) {
        return new GatewaySettings(
                new MapScope(options), overrides::get, reference -> Optional.ofNullable(VAULT.get(reference)));
    }
}
