package dev.twostep.it.apppassword;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.admin.Json;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A temporary password that was put into the realm as an export has it: how a test gets one whose time is over, without waiting an hour. */
public final class ImportedPassword {

    private static final String CHARACTERS = "7K3M9QXT2BWPN4ZD0H1JR5VC";

    private ImportedPassword() {}

    /** @return what an app would send */
    public static String until(Instant expires, Realm realm, Person person) {
        JsonNode factor = realm.admin().credentials(person, "twostep-sms").get(0);
        JsonNode account = realm.admin().credentials(person, "password").get(0);
        Map<String, ?> secret = Map.of(
                "hash",
                Base64.getEncoder().encodeToString(sha256("twostep app password|" + CHARACTERS)),
                "factors",
                List.of(factor.path("id").asText() + "|"
                        + factor.path("createdDate").asLong()),
                "accountPassword",
                account.path("id").asText() + "|" + account.path("createdDate").asLong());
        realm.admin().changeUser(person, user -> {
            ObjectNode row = user.putArray("credentials").addObject();
            row.put("id", id(person));
            row.put("type", "twostep-app-password");
            row.put("userLabel", "imported");
            row.put("createdDate", expires.toEpochMilli() - 3_600_000);
            row.put("credentialData", "{\"expires\":" + expires.getEpochSecond() + "}");
            row.put("secretData", Json.of(secret).toString());
        });
        return CHARACTERS;
    }

    private static String id(Person person) {
        ByteBuffer hash = ByteBuffer.wrap(sha256("twostep app password id|" + person.id() + "|" + CHARACTERS));
        return new UUID(hash.getLong(), hash.getLong()).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
