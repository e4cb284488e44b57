package dev.twostep.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** What a phone shows before somebody approves, as JSON text, so that the phone can sign that it was this and nothing else. */
public final class ShownContext {

    private ShownContext() {}

    public static String of(
            KeycloakSession session,
            UserModel user,
            String app,
            String browser,
            String system,
            String address,
            Instant time) {
        RealmModel realm = session.getContext().getRealm();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("realm", Objects.requireNonNullElse(realm.getDisplayName(), realm.getName()));
        context.put("account", user.getUsername());
        context.put("app", app);
        context.put("browser", browser);
        context.put("os", system);
        context.put("address", address);
        context.put("time", time.getEpochSecond());
        try {
            return JsonSerialization.writeValueAsString(context);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Empty if it cannot be read. */
    public static JsonNode read(String context) {
        try {
            return JsonSerialization.mapper.readTree(context);
        } catch (IOException unreadable) {
            return JsonSerialization.createObjectNode();
        }
    }

    /** As a phone signs it. */
    public static String hash(String context) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(context.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
