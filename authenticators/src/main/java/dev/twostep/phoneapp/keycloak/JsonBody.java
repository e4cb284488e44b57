package dev.twostep.phoneapp.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** What a phone sends. Nothing about it is taken for granted. */
final class JsonBody {

    private static final int LONGEST = 16_000;

    private final JsonNode node;

    private JsonBody(JsonNode node) {
        this.node = node;
    }

    /** What cannot be read has nothing in it. */
    static JsonBody read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return new JsonBody(MissingNode.getInstance());
        }
        try {
            JsonNode node = JsonSerialization.mapper.readTree(text);
            return new JsonBody(node == null ? MissingNode.getInstance() : node);
        } catch (IOException unreadable) {
            return new JsonBody(MissingNode.getInstance());
        }
    }

    /** A text; empty if there is none. */
    String text(String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : "";
    }

    /** A part; nothing is in one that is not there. */
    JsonBody part(String field) {
        return new JsonBody(node.path(field));
    }

    /** All of it, as it was understood. */
    String json() {
        return node.toString();
    }
}
