package dev.twostep.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.admin.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Choices in the realm JSON that have a reason, which JSON has no place for. */
final class ShippedRealmTest {

    private final JsonNode realm = Json.read(ShippedRealm.json());

    @Test
    @DisplayName("All of Keycloak's required actions are listed: it adds none by itself once the list is there")
    void requiredActions() {
        assertThat(realm.path("requiredActions").findValuesAsText("alias"))
                .contains(
                        "TERMS_AND_CONDITIONS",
                        "UPDATE_PROFILE",
                        "VERIFY_EMAIL",
                        "CONFIGURE_TOTP",
                        "UPDATE_PASSWORD",
                        "delete_account",
                        "UPDATE_EMAIL",
                        "webauthn-register",
                        "webauthn-register-passwordless",
                        "VERIFY_PROFILE",
                        "delete_credential",
                        "idp_link",
                        "CONFIGURE_RECOVERY_AUTHN_CODES",
                        "update_user_locale");
    }

    @Test
    @DisplayName("Five failures lock; two quick ones do not, because a typing mistake sent twice is no attack")
    void bruteForce() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.path("quickLoginCheckMilliSeconds").asInt()).isZero();
    }

    @Test
    @DisplayName("The demo client takes part in no password grant, and only its own redirects with PKCE")
    void demoClient() {
        JsonNode client = realm.path("clients").path(0);

        assertThat(client.path("clientId").asText()).isEqualTo("demo-web");
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    @Test
    @DisplayName(
            "The demo user has the default role, which import gives nobody: without it the account console is closed")
    void demoUser() {
        JsonNode ada = realm.path("users").path(0);

        assertThat(ada.path("username").asText()).isEqualTo("ada");
        assertThat(ada.path("realmRoles").path(0).asText()).isEqualTo("default-roles-twostep");
    }
}
