package dev.twostep.it.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.admin.Json;
import java.util.Base64;

/** The answer of the token endpoint. Claims are read without checking signatures: they come straight from the server. */
public final class Tokens {

    private final JsonNode response;

    Tokens(JsonNode response) {
        this.response = response;
    }

    public JsonNode accessToken() {
        return claims("access_token");
    }

    /** {@code acr}, {@code amr}, {@code preferred_username} and so on. */
    public JsonNode idToken() {
        return claims("id_token");
    }

    public String bearer() {
        return response.path("access_token").asText();
    }

    public String refreshToken() {
        return response.path("refresh_token").asText();
    }

    private JsonNode claims(String which) {
        String token = response.path(which).asText();
        return Json.read(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }
}
