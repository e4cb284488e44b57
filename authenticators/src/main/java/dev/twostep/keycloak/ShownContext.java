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

    private static final int LONGEST_FACT = 200;

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
        context.put("realm", cut(Objects.requireNonNullElse(realm.getDisplayName(), realm.getName())));
        context.put("account", cut(user.getUsername()));
        context.put("app", cut(app));
        context.put("browser", cut(browser));
        context.put("os", cut(system));
        context.put("address", cut(address));
        context.put("time", time.getEpochSecond());
        try {
            return JsonSerialization.writeValueAsString(context);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Everything fits its column. */
    private static String cut(String fact) {
        return fact.length() <= LONGEST_FACT ? fact : fact.substring(0, LONGEST_FACT);
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
