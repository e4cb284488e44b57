package dev.twostep.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Browsers that wait for something to happen elsewhere. None of them has a thread: one thread of the node asks the database about all of them at once, a few
 * times a second, so what happens on another node is seen as well, and a thousand cost as many queries as one. What is answered is a
 * word; the browser then comes back, and what that may do is decided anew.
 */
public final class WaitingRoom implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);
    private static final Duration TICK = Duration.ofMillis(300);
    /** Less than proxies wait for an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(25);
    /** More than these answer at once, and their browsers ask again a little later. */
    private static final int MOST = 20_000;

    private static final int MOST_IN_A_QUERY = 500;

    private final String name;
    private final Function<Collection<String>, Set<String>> unmoved;
    private final Map<String, Set<Waiter>> waiting = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService thread;
    private @Nullable ScheduledFuture<?> looking;

    /** One browser. */
    private static final class Waiter {

        private final CompletableFuture<Boolean> moved = new CompletableFuture<>();
    }

    /**
     * Makes no thread yet.
     *
     * @param name    of the thread
     * @param unmoved which of these ids are still where their browsers wait for them to move on from
     */
    public WaitingRoom(String name, Function<Collection<String>, Set<String>> unmoved) {
        this.name = name;
        this.unmoved = unmoved;
    }

    /** The answer to a browser that waits for {@code id}: {@code pending} if nothing has happened for a while, {@code moved} if something has. */
    public CompletionStage<Response> enter(String id) {
        Waiter waiter = new Waiter();
        if (size() >= MOST) {
            return CompletableFuture.completedFuture(answer(false));
        }
        start();
        waiting.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet()).add(waiter);
        return waiter.moved.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).handle((done, failure) -> {
            leave(id, waiter);
            if (failure != null && !(failure instanceof TimeoutException)) {
                LOG.debugf("a browser that waited left: %s", failure.getClass().getSimpleName());
            }
            return answer(Boolean.TRUE.equals(done));
        });
    }

    /** How many browsers wait on this node. */
    public int size() {
        return waiting.values().stream().mapToInt(Set::size).sum();
    }

    /** The answer about something that has moved already, or that there is nothing to wait for. */
    public static Response answer(boolean moved) {
        return Response.ok(Map.of("status", moved ? "moved" : "pending"), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void leave(String id, Waiter one) {
        waiting.computeIfPresent(id, (key, all) -> {
            all.remove(one);
            return all.isEmpty() ? null : all;
        });
    }

    private void look() {
        try {
            List<String> ids = List.copyOf(waiting.keySet());
            for (int from = 0; from < ids.size(); from += MOST_IN_A_QUERY) {
                look(ids.subList(from, Math.min(ids.size(), from + MOST_IN_A_QUERY)));
            }
        } catch (RuntimeException failed) {
            // a database that is away for a moment: those who wait go on waiting
            LOG.warnf("TWOSTEP-WAIT-1: %s: %s", name, failed.getClass().getSimpleName());
        }
    }

    private void look(List<String> ids) {
        Set<String> still = unmoved.apply(ids);
        ids.stream()
                .filter(id -> !still.contains(id))
                .flatMap(id -> waiting.getOrDefault(id, Set.of()).stream())
                .forEach(one -> one.moved.complete(true));
    }

    private synchronized void start() {
        if (thread == null) {
            ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread daemon = new Thread(work, name);
                daemon.setDaemon(true);
                return daemon;
            });
            looking = made.scheduleWithFixedDelay(this::look, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
            thread = made;
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null && looking != null) {
            looking.cancel(false);
            thread.shutdown();
        }
        waiting.values().forEach(all -> all.forEach(one -> one.moved.complete(false)));
    }
}
