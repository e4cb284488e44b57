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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    /** Anybody can name anything. What no database would take in a question would fail for all who wait. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.=-]{1,100}");

    private final String name;
    private final Function<Collection<String>, Set<String>> unmoved;
    private final Duration tick;
    private final Duration longest;
    private final Map<String, Set<Waiter>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile boolean closed;
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
        this(name, unmoved, TICK, LONGEST);
    }

    WaitingRoom(String name, Function<Collection<String>, Set<String>> unmoved, Duration tick, Duration longest) {
        this.name = name;
        this.unmoved = unmoved;
        this.tick = tick;
        this.longest = longest;
    }

    /** The answer to a browser that waits for {@code id}: {@code pending} if nothing has happened for a while, {@code moved} if something has. */
    public CompletionStage<Response> enter(String id) {
        return untilMoved(id).thenApply(WaitingRoom::answer);
    }

    CompletionStage<Boolean> untilMoved(String id) {
        if (!ID.matcher(id).matches()) {
            return CompletableFuture.completedFuture(true);
        }
        if (size.incrementAndGet() > MOST || closed) {
            size.decrementAndGet();
            return CompletableFuture.completedFuture(false);
        }
        start();
        Waiter waiter = new Waiter();
        join(id, waiter);
        return waiter.moved.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).handle((done, failure) -> {
            leave(id, waiter);
            if (failure != null && !(failure instanceof TimeoutException)) {
                LOG.debugf("a browser that waited left: %s", failure.getClass().getSimpleName());
            }
            return Boolean.TRUE.equals(done);
        });
    }

    /** How many browsers wait on this node. */
    public int size() {
        return size.get();
    }

    /** The answer about something that has moved already, or that there is nothing to wait for. */
    public static Response answer(boolean moved) {
        return Response.ok(Map.of("status", moved ? "moved" : "pending"), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** In one step with looking whether there is a set, because the last one who leaves takes it away. */
    private void join(String id, Waiter one) {
        waiting.compute(id, (key, all) -> {
            Set<Waiter> joined = all == null ? ConcurrentHashMap.newKeySet() : all;
            joined.add(one);
            return joined;
        });
    }

    private void leave(String id, Waiter one) {
        size.decrementAndGet();
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
        if (thread == null && !closed) {
            ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread daemon = new Thread(work, name);
                daemon.setDaemon(true);
                return daemon;
            });
            looking = made.scheduleWithFixedDelay(this::look, tick.toNanos(), tick.toNanos(), TimeUnit.NANOSECONDS);
            thread = made;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null && looking != null) {
            looking.cancel(false);
            thread.shutdown();
        }
        waiting.values().forEach(all -> all.forEach(one -> one.moved.complete(false)));
    }
}
