package dev.twostep.themes;

import java.util.Arrays;
import java.util.Map;

/** What templates ask of Keycloak's messages by field. */
public final class FieldErrors {

    private final Language language;
    private final Map<String, String> keys;

    FieldErrors(Language language, Map<String, String> keys) {
        this.language = language;
        this.keys = keys;
    }

    public boolean existsError(String... fields) {
        return Arrays.stream(fields).anyMatch(keys::containsKey);
    }

    public String get(String field) {
        String key = keys.get(field);
        return key == null ? "" : language.format(key);
    }
}
