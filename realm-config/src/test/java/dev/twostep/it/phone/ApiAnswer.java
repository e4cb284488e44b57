package dev.twostep.it.phone;

import com.fasterxml.jackson.databind.JsonNode;

/** What the phone API answered. */
record ApiAnswer(int status, JsonNode body) {

    String error() {
        return body.path("error").asText();
    }

    String text(String field) {
        return body.path(field).asText();
    }

    /** @throws AssertionError if it is an error */
    ApiAnswer ok() {
        if (status / 100 != 2) {
            throw new AssertionError(this.toString());
        }
        return this;
    }
}
