package dev.twostep.it.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.twostep.it.admin.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A public client with PKCE: makes the URL that a login starts with, and turns its code into tokens. */
public final class OidcClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String verifier = UUID.randomUUID() + "." + UUID.randomUUID();
    private final URI realm;
    private final String clientId;
    private final URI callback;

    public OidcClient(URI realm, String clientId, URI callback) {
        this.realm = realm;
        this.clientId = clientId;
        this.callback = callback;
    }

    public URI callback() {
        return callback;
    }

    public URI authorizationUrl() {
        return authorizationUrl(Map.of());
    }

    /** @param extra for example {@code acr_values}, {@code prompt}, {@code max_age}, {@code ui_locales}, {@code kc_action} */
    public URI authorizationUrl(Map<String, String> extra) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("redirect_uri", callback.toString());
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("state", UUID.randomUUID().toString());
        query.put("nonce", UUID.randomUUID().toString());
        query.put("code_challenge", challenge());
        query.put("code_challenge_method", "S256");
        query.putAll(extra);
        return URI.create(realm + "/protocol/openid-connect/auth?" + FormBody.encode(query));
    }

    /** @throws AssertionError if the server does not give tokens for this code */
    public Tokens exchange(String authorizationCode) {
        HttpResponse<String> response = token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                authorizationCode,
                "redirect_uri",
                callback.toString(),
                "code_verifier",
                verifier));
        if (response.statusCode() != 200) {
            throw new AssertionError("no tokens: " + response.statusCode() + " " + response.body());
        }
        return new Tokens(Json.read(response.body()));
    }

    /** Any request to the token endpoint as this client, for example a password grant. */
    public HttpResponse<String> token(Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("client_id", clientId);
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormBody.encode(form)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
