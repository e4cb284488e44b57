package dev.twostep.it.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Many browsers on the waiting page: each asks, waits for the answer, and asks again. None has a thread here either. */
final class Waiters implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<URI, CompletableFuture<?>> asking = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();

    Waiters(List<URI> addresses) {
        addresses.forEach(this::ask);
    }

    private void ask(URI address) {
        CompletableFuture<?> asked = http.sendAsync(
                        HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> {
                    if (over.get()) {
                        return;
                    }
                    if (failure != null
                            || answer.statusCode() != 200
                            || !answer.body().contains("pending")) {
                        failures.incrementAndGet();
                    } else {
                        ask(address);
                    }
                });
        asking.put(address, asked);
    }

    /** How many have given up, or were told that something had happened. */
    int failures() {
        return failures.get();
    }

    @Override
    public void close() {
        over.set(true);
        asking.values().forEach(one -> one.cancel(true));
    }
}
