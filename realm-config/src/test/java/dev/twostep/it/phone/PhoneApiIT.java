package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** K6: a native app can be written from the published document alone. Every answer to a test's phone is held against it; this is what no other test does. */
@ServerTest
final class PhoneApiIT {

    private final Realm realm;

    PhoneApiIT(Realm realm) {
        this.realm = realm;
    }

    @Test
    @DisplayName(
            "K6: each operation of the document exists on the server, and refuses a call without a proof as the document says")
    void operations() {
        ApiDocument document = ApiDocument.of(realm.url());
        Phone stranger = new Phone(realm);
        int operations = 0;
        for (Map.Entry<String, JsonNode> path : document.paths().properties()) {
            String concrete =
                    path.getKey().replace("{device}", stranger.id()).replace("{request}", "AAAAAAAAAAAAAAAAAAAAAA");
            for (String method : new String[] {"get", "post", "put", "patch", "delete"}) {
                if (path.getValue().has(method) && !concrete.equals("/devices")) {
                    ApiAnswer answer =
                            stranger.call(method.toUpperCase(Locale.ROOT), concrete, Json.of(Map.of()), "no proof");
                    assertThat(answer.error()).as("%s %s", method, concrete).isEqualTo("invalid_dpop_proof");
                    operations++;
                }
            }
        }
        assertThat(operations).isEqualTo(12);
    }

    @Test
    @DisplayName("K6: a phone can be renamed; another one of that name gets a number")
    void rename() {
        Person person = realm.newPerson();
        Phone first = PhoneLogin.paired(realm, person);
        ApiAnswer renamed = first.call(
                        "PATCH", "/devices/" + first.id(), Json.of(Map.of("name", " Ada’s\u202e phone ")))
                .ok();
        assertThat(renamed.text("name")).isEqualTo("Ada’s phone");
        assertThat(first.call("PATCH", "/devices/" + first.id(), Json.of(Map.of("name", " ")))
                        .error())
                .isEqualTo("invalid_request");
        assertThat(first.device().text("name")).isEqualTo("Ada’s phone");
    }
}
