package dev.twostep.it.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.admin.Json;
import java.util.Map;

/** A paired phone that was put into the realm as an export has it: how a benchmark gets a thousand of them. Nobody has its key. */
public final class ImportedPhone {

    private ImportedPhone() {}

    public static void of(Realm realm, Person person) {
        PhoneKey key = new PhoneKey();
        Map<String, String> point =
                Map.of("x", key.jwk().get("x"), "y", key.jwk().get("y"));
        Map<String, ?> shown =
                Map.of("platform", "none", "key", point, "serverKey", point, "lastUsed", 0, "notified", false);
        realm.admin().changeUser(person, user -> {
            ObjectNode row = user.putArray("credentials").addObject();
            row.put("id", key.id());
            row.put("type", "twostep-phone-app");
            row.put("userLabel", "imported");
            row.put("createdDate", 1_700_000_000_000L);
            row.put("credentialData", Json.of(shown).toString());
            row.put("secretData", "{\"loginKey\":\"\",\"lastStep\":0}");
        });
    }
}
