package dev.twostep.it.phone;

import com.fasterxml.jackson.databind.JsonNode;

/** What the phone API answered. */
public record ApiAnswer(int status, JsonNode body) {

    public String error() {
        return body.path("error").asText();
    }

    public String text(String field) {
        return body.path(field).asText();
    }

    /** @throws AssertionError if it is an error */
    public ApiAnswer ok() {
        if (status / 100 != 2) {
            throw new AssertionError(this.toString());
        }
        return this;
    }
}
