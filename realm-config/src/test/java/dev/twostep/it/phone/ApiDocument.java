package dev.twostep.it.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document that a server serves. Whatever it answers to a test's phone is held against it. */
final class ApiDocument {

    private static final Map<URI, ApiDocument> KNOWN = new ConcurrentHashMap<>();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    static ApiDocument of(URI realm) {
        return KNOWN.computeIfAbsent(realm, ApiDocument::fetch);
    }

    private static ApiDocument fetch(URI realm) {
        try (InputStream file =
                URI.create(realm + "/twostep/phone-api.yaml").toURL().openStream()) {
            return new ApiDocument(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode paths() {
        return document.path("paths");
    }

    /** @throws AssertionError if the document knows of no such answer */
    void check(String method, String path, int status, JsonNode body) {
        JsonNode response = response(method.toLowerCase(Locale.ROOT), path, status);
        JsonNode schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            if (!body.isEmpty()) {
                throw new AssertionError("nothing is documented for " + method + " " + path + ", but " + body);
            }
            return;
        }
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        Set<ValidationMessage> problems = SCHEMAS.getSchema(whole).validate(body);
        if (!problems.isEmpty()) {
            throw new AssertionError(method + " " + path + ": " + problems + " in " + body);
        }
    }

    private JsonNode response(String method, String path, int status) {
        JsonNode response = operation(method, path).path("responses").path(String.valueOf(status));
        if (response.isMissingNode()) {
            throw new AssertionError("the document has no " + status + " for " + method + " " + path);
        }
        return response.has("$ref") ? document.at(response.path("$ref").asText().substring(1)) : response;
    }

    private JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> template : paths().properties()) {
            if (path.matches(template.getKey().replaceAll("\\{[a-z]+}", "[^/]+"))) {
                return template.getValue().path(method);
            }
        }
        throw new AssertionError("the document has no " + path);
    }
}
