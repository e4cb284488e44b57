package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody's app for files: like curl, it sends name and secret along with each request. */
final class WebApp {

    static final String NAME = "files-app/1.0";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    WebApp(URI server) {
        this.server = server;
    }

    HttpResponse<String> get(String path, Login login) {
        return get(path, Map.of("Authorization", login.header()));
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        return send("GET", path, headers, BodyPublishers.noBody());
    }

    HttpResponse<String> put(String path, Login login, String content) {
        return send("PUT", path, Map.of("Authorization", login.header()), BodyPublishers.ofString(content));
    }

    HttpResponse<String> delete(String path, Login login) {
        return send("DELETE", path, Map.of("Authorization", login.header()), BodyPublishers.noBody());
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .header("User-Agent", NAME)
                .method(method, body);
        headers.forEach(request::header);
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
