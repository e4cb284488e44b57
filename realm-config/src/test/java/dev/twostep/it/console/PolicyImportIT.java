package dev.twostep.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** K2: a realm's policy that arrives by realm JSON or REST, where Keycloak asks nobody whether it is good. */
@ServerTest
final class PolicyImportIT {

    private static final String TEXTS = "twostep-add-phone";
    private static final String SETUP = "twostep-setup";

    @Test
    @DisplayName("K2: unsafe settings are not used; an admin event and the server info name them, once")
    void unsafe(@FreshRealm Realm realm) {
        write(realm, TEXTS, Map.of("gateways", "outbox", "codeLifeSeconds", "86400", "allowedCountries", "Atlantis"));
        Person person = realm.newPerson();
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page nowhere = http.submit(http.start(Map.of("kc_action", TEXTS)), person.login());
        assertThat(nowhere.text()).contains("No phone number can be added");
        write(realm, TEXTS, Map.of("gateways", "outbox", "codeLifeSeconds", "86400", "resendWaitSeconds", "-1"));
        assertThat(numberPage(realm, person).text()).contains("The code works for 5 minutes");
        numberPage(realm, realm.newPerson());
        assertThat(told(realm))
                .containsExactlyInAnyOrder(
                        "unsafe_settings: allowedCountries,codeLifeSeconds",
                        "unsafe_settings: codeLifeSeconds,resendWaitSeconds");
        assertThat(infoOn(realm)).isEqualTo("codeLifeSeconds,resendWaitSeconds");
        write(realm, TEXTS, Map.of("gateways", "outbox"));
        numberPage(realm, realm.newPerson());
        assertThat(infoOn(realm)).as("mended").isEmpty();
    }

    @Test
    @DisplayName("K2: a secret in clear is refused, and not used where it arrives all the same")
    void secretInClear(@FreshRealm Realm realm) {
        Map<String, String> clear = Map.of("gateways", "outbox", "twilio.api-secret", "in-clear");
        assertThatThrownBy(() -> realm.admin().configureRequiredAction(TEXTS, clear))
                .hasMessageContaining("400")
                .hasMessageContaining("must be a vault reference")
                .hasMessageContaining("twilio.api-secret");
        write(realm, TEXTS, clear);
        numberPage(realm, realm.newPerson());
        assertThat(told(realm)).containsExactly("unsafe_settings: twilio.api-secret");
        assertThat(infoOn(realm)).isEqualTo("twilio.api-secret");
        realm.admin()
                .configureRequiredAction(
                        TEXTS, Map.of("gateways", "outbox", "twilio.api-secret", "${vault.twilio-secret}"));
    }

    @Test
    @DisplayName("K2: an enforcement that cannot be read enforces, and is told")
    void unreadableEnforcement(@FreshRealm Realm realm) {
        assertThatThrownBy(() -> realm.admin().configureRequiredAction(SETUP, Map.of("enforce", "yes")))
                .hasMessageContaining("400");
        write(realm, SETUP, Map.of("enforce", "yes"));
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page choose = http.submit(http.start(), realm.newPerson().login());
        assertThat(choose.asksFor("factor")).as("%s", choose).isTrue();
        assertThat(told(realm)).containsExactly("unsafe_settings: enforce");
        assertThat(infoOn(realm)).isEqualTo("enforce");
    }

    @Test
    @DisplayName("K2: a script that sends a configuration means it; one that leaves it out does not wipe it")
    void scripts(@FreshRealm Realm realm) {
        write(realm, TEXTS, Map.of("gateways", "outbox", "codeLifeSeconds", "240"));
        realm.admin().changeRequiredAction(TEXTS, action -> {
            action.remove("config");
            action.put("defaultAction", true);
        });
        assertThat(config(realm)).containsEntry("codeLifeSeconds", "240");
        realm.admin().changeRequiredAction(TEXTS, action -> {
            ((ObjectNode) action.path("config")).put("codeLifeSeconds", "300");
            action.put("defaultAction", false);
        });
        assertThat(config(realm)).containsEntry("codeLifeSeconds", "300");
        write(realm, TEXTS, Map.of());
        assertThat(config(realm)).isEmpty();
        write(realm, TEXTS, Map.of("gateways", "outbox"));
        realm.admin().delete("/authentication/required-actions/" + TEXTS + "/config");
        realm.admin().changeRequiredAction(TEXTS, action -> action.remove("config"));
        assertThat(config(realm)).as("deleted is deleted").isEmpty();
        realm.admin().post("/authentication/required-actions/" + TEXTS + "/raise-priority", Json.of(Map.of()));
    }

    /** Writes the action whole, as import does; nobody checks it. */
    private static void write(Realm realm, String action, Map<String, String> config) {
        realm.admin().changeRequiredAction(action, json -> json.set("config", Json.of(config)));
    }

    /** The page after a number was entered. */
    private static Page numberPage(Realm realm, Person person) {
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page number = http.submit(http.start(Map.of("kc_action", TEXTS)), person.login());
        return http.submit(number, Map.of("country", "IN", "number", person.phone()));
    }

    private static List<String> told(Realm realm) {
        return realm.admin().adminEvents().stream()
                .filter(event -> event.path("resourceType").asText().equals("TWOSTEP_POLICY"))
                .map(event -> event.path("error").asText())
                .toList();
    }

    /** What the server info says of this realm, or nothing. */
    private static String infoOn(Realm realm) {
        return realm.admin().serverInfo().findValues("operationalInfo").stream()
                .map(info -> info.path("unsafe settings, not used, of realm " + realm.name()))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> config(Realm realm) {
        Map<String, String> config = new TreeMap<>();
        realm.admin()
                .requiredAction(TEXTS)
                .path("config")
                .properties()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asText()));
        return config;
    }
}
