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
        return claims(response.path("access_token").asText());
    }

    /** {@code acr}, {@code amr}, {@code preferred_username} and so on. */
    public JsonNode idToken() {
        return claims(response.path("id_token").asText());
    }

    public String bearer() {
        return response.path("access_token").asText();
    }

    public String refreshToken() {
        return response.path("refresh_token").asText();
    }

    /** What stands in a JWT; the signature is the server's business. */
    public static JsonNode claims(String token) {
        return Json.read(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }
}
