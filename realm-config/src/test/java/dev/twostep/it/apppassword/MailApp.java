package dev.twostep.it.apppassword;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Realm;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.FormBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server for mail, or any other that gets people's passwords: a confidential client that signs them in without a page. */
public final class MailApp {

    /** The client of the shipped realm. */
    public static final String DEMO_MAIL = "demo-mail";

    private static final String SECRET = "demo-mail-secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI realm;
    private final String clientId;
    private final String secret;

    MailApp(URI realm, String clientId, String secret) {
        this.realm = realm;
        this.clientId = clientId;
        this.secret = secret;
    }

    public static MailApp demo(Realm realm) {
        return new MailApp(realm.url(), DEMO_MAIL, SECRET);
    }

    /** Another marked client of the realm, made now. */
    public static MailApp another(Realm realm, String clientId) {
        return another(realm, clientId, Map.of());
    }

    /** @param changes what is different from the demo's client */
    static MailApp another(Realm realm, String clientId, Map<String, ?> changes) {
        Map<String, Object> client = new HashMap<>(Map.of(
                "clientId",
                clientId,
                "secret",
                SECRET,
                "publicClient",
                false,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                true,
                "fullScopeAllowed",
                false,
                "protocolMappers",
                List.of(mark())));
        client.putAll(changes);
        realm.admin().createClient(client);
        return new MailApp(realm.url(), clientId, SECRET);
    }

    /** One that {@link #another} has made. */
    static MailApp at(Realm node, String clientId) {
        return new MailApp(node.url(), clientId, SECRET);
    }

    /** What marks a client for temporary passwords. */
    static Map<String, Object> mark() {
        return Map.of(
                "name",
                "temporary passwords",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "twostep-app-session-mapper",
                "config",
                Map.of("access.token.claim", "true", "userinfo.token.claim", "true"));
    }

    /** The same client, which got its secret wrong. */
    MailApp withWrongSecret() {
        return new MailApp(realm, clientId, "not-" + secret);
    }

    String clientId() {
        return clientId;
    }

    public HttpResponse<String> grant(String username, String password) {
        return grant(username, password, Map.of());
    }

    HttpResponse<String> grant(String username, String password, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("grant_type", "password", "username", username, "password", password, "scope", "openid"));
        form.putAll(more);
        return post("/protocol/openid-connect/token", form);
    }

    public HttpResponse<String> clientCredentials() {
        return post("/protocol/openid-connect/token", Map.of("grant_type", "client_credentials", "scope", "openid"));
    }

    /** @throws AssertionError if it is refused */
    public JsonNode tokens(String username, String password) {
        HttpResponse<String> response = grant(username, password);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.read(response.body());
    }

    HttpResponse<String> refresh(JsonNode tokens) {
        return post(
                "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asText()));
    }

    /** Another client's, or its own, for another one (RFC 8693). */
    HttpResponse<String> exchange(JsonNode tokens, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "subject_token",
                tokens.path("access_token").asText()));
        form.putAll(more);
        return post("/protocol/openid-connect/token", form);
    }

    /** @param token {@code access_token} or {@code refresh_token} */
    public JsonNode introspect(JsonNode tokens, String token) {
        return Json.read(post(
                        "/protocol/openid-connect/token/introspect",
                        Map.of("token", tokens.path(token).asText(), "token_type_hint", token))
                .body());
    }

    HttpResponse<String> userInfo(JsonNode tokens) {
        return get(uri("/protocol/openid-connect/userinfo").toString(), tokens);
    }

    /** Anything, with the access token. */
    HttpResponse<String> get(String url, JsonNode tokens) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.path("access_token").asText()));
    }

    HttpResponse<String> verify(Map<String, String> form) {
        return post("/twostep/app-passwords/verify", form);
    }

    /** With another client's proof in the form. */
    HttpResponse<String> verifyAs(Map<String, String> form) {
        return send(HttpRequest.newBuilder(uri("/twostep/app-passwords/verify"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormBody.encode(form))));
    }

    public JsonNode verify(String username, String password) {
        return Json.read(
                verify(Map.of("username", username, "password", password)).body());
    }

    /** As nginx asks. */
    HttpResponse<String> proxied(String username, String password) {
        return proxied(basic(username, password));
    }

    HttpResponse<String> proxied(String userAuthorization) {
        return send(HttpRequest.newBuilder(uri("/twostep/app-passwords/nginx"))
                .header("Authorization", basic(clientId, secret))
                .header("X-Twostep-Authorization", userAuthorization));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", basic(clientId, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormBody.encode(form))));
    }

    private URI uri(String path) {
        return URI.create(realm + path);
    }

    private static String basic(String name, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
