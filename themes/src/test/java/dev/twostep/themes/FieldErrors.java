package dev.twostep.themes;

import java.util.Arrays;
import java.util.Map;

/** What templates ask of Keycloak's messages by field. */
public final class FieldErrors {

    private final Map<String, String> texts;

    FieldErrors(Map<String, String> texts) {
        this.texts = texts;
    }

    public boolean existsError(String... fields) {
        return Arrays.stream(fields).anyMatch(texts::containsKey);
    }

    public String get(String field) {
        return texts.getOrDefault(field, "");
    }
}
