package dev.twostep.it.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.admin.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The texts that a realm's outbox gateway has taken. */
public final class Outbox {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;

    public Outbox(URI realm) {
        this.page = URI.create(realm + "/twostep/outbox");
    }

    /** All texts to this number, oldest first. */
    public List<OutboxMessage> messagesTo(String number) {
        return Json.list(Json.read(load())).stream()
                .filter(message -> message.path("to").asText().equals(number))
                .map(message -> new OutboxMessage(number, message.path("body").asText(), instant(message.path("at"))))
                .sorted(Comparator.comparing(OutboxMessage::at))
                .toList();
    }

    /** The newest text to this number. Waits for it. */
    public OutboxMessage await(String number) {
        return await(number, Instant.EPOCH);
    }

    /** The newest text to this number that was sent after {@code since}. Waits for it. */
    public OutboxMessage await(String number, Instant since) {
        return Awaitility.await("a text to " + number)
                .atMost(PATIENCE)
                .until(() -> newest(number, since), Optional::isPresent)
                .orElseThrow();
    }

    /** The {@code n}th text to this number, counted from 1. Waits for it. */
    public OutboxMessage await(String number, int n) {
        return Awaitility.await("text " + n + " to " + number)
                .atMost(PATIENCE)
                .until(() -> messagesTo(number), messages -> messages.size() >= n)
                .get(n - 1);
    }

    private Optional<OutboxMessage> newest(String number, Instant since) {
        return messagesTo(number).stream()
                .filter(message -> message.at().isAfter(since))
                .reduce((older, newer) -> newer);
    }

    private String load() {
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(UTF_8));
            if (response.statusCode() != 200) {
                throw new AssertionError("outbox: " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(JsonNode at) {
        return at.isNumber() ? Instant.ofEpochMilli(at.asLong()) : Instant.parse(at.asText());
    }
}
