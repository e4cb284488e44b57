package dev.twostep.it.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keycloak's admin API as plain HTTP, signed in as the bootstrap admin. An answer that is not 2xx fails the test. */
public final class Admin {

    private static final Duration TOKEN_LASTS = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private String token = "";
    private Instant tokenFrom = Instant.EPOCH;

    public Admin(URI server) {
        this.server = server;
    }

    public RealmAdmin realm(String name) {
        return new RealmAdmin(this, name);
    }

    /** Imports a realm under another name and without its users. */
    public void importCopy(String realmJson, String name) {
        ObjectNode realm = Json.object(realmJson);
        realm.put("realm", name);
        realm.remove("users");
        send("POST", "", realm);
    }

    /** @param path below {@code /admin/realms}, starting with a slash */
    public JsonNode get(String path) {
        return Json.read(send("GET", path, MissingNode.getInstance()).body());
    }

    /** What Keycloak tells about itself and its providers. */
    public JsonNode serverInfo() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/admin/serverinfo"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .build();
        return Json.read(send(request).body());
    }

    public void put(String path, JsonNode body) {
        send("PUT", path, body);
    }

    /** @return the id of what was created, or nothing if the answer names none */
    public String post(String path, JsonNode body) {
        String location =
                send("POST", path, body).headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** @return the headers of the answer that set cookies */
    List<String> postForCookies(String path) {
        return send("POST", path, MissingNode.getInstance()).headers().allValues("Set-Cookie");
    }

    public void delete(String path) {
        send("DELETE", path, MissingNode.getInstance());
    }

    private HttpResponse<String> send(String method, String path, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/admin/realms" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token());
        if (body.isMissingNode()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        }
        return send(request.build());
    }

    private synchronized String token() {
        Instant now = Instant.now();
        if (now.isAfter(tokenFrom.plus(TOKEN_LASTS))) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(server + "/realms/master/protocol/openid-connect/token"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            "grant_type=password&client_id=admin-cli&username=admin&password=admin"))
                    .build();
            token = Json.read(send(request).body()).path("access_token").asText();
            tokenFrom = now;
        }
        return token;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(UTF_8));
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(request.method() + " " + request.uri() + " was answered with "
                        + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
