package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.admin.Json;
import dev.twostep.it.debian.DebianPackages;
import dev.twostep.it.server.BuildFiles;
import dev.twostep.it.server.KeycloakRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A push service that decrypts what it gets, as the phone behind it would: the npm package web-push-testing. */
final class PushService implements AutoCloseable {

    private static final String PACKAGE = "web-push-testing@1.2.2";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ForegroundServer server;

    private PushService(ForegroundServer server) {
        this.server = server;
    }

    /** Empty if the package cannot be fetched here; says so. */
    static Optional<PushService> start() {
        Path folder = BuildFiles.target("web-push-testing");
        Path program = folder.resolve("node_modules/web-push-testing/src/bin/server.js");
        if (!Files.exists(program)) {
            DebianPackages.output(new ProcessBuilder(
                    ServerProgram.NPM.path().toString(),
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    folder.toString(),
                    PACKAGE));
        }
        if (!Files.exists(program)) {
            System.out.println("[third-party] npm could not fetch " + PACKAGE);
            return Optional.empty();
        }
        try {
            return Optional.of(new PushService(ForegroundServer.start(
                    List.of("node", program.toString(), String.valueOf(KeycloakRuntime.pushService())),
                    KeycloakRuntime.pushService(),
                    folder.resolve("server.log"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A phone's subscription: {@code endpoint}, {@code keys} and {@code clientHash}. */
    JsonNode subscribe(String applicationServerKey) {
        return post("/subscribe", Map.of("userVisibleOnly", "true", "applicationServerKey", applicationServerKey))
                .path("data");
    }

    /** What has come, decrypted. */
    List<String> notifications(JsonNode subscription) {
        return Json.list(post(
                                "/get-notifications",
                                Map.of(
                                        "clientHash",
                                        subscription.path("clientHash").asText()))
                        .at("/data/messages"))
                .stream()
                .map(JsonNode::asText)
                .toList();
    }

    /** From now on it answers 410. */
    void expire(JsonNode subscription) {
        post("/expire-subscription/" + subscription.path("clientHash").asText(), Map.of());
    }

    private JsonNode post(String path, Map<String, String> body) {
        URI uri = URI.create("http://localhost:" + KeycloakRuntime.pushService() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.of(body).toString()))
                .build();
        try {
            String answer = http.send(request, BodyHandlers.ofString(UTF_8)).body();
            return answer.startsWith("{") ? Json.read(answer) : Json.of(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
