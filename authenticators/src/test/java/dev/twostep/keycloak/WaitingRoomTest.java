package dev.twostep.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WaitingRoomTest {

    private static final Duration TICK = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Set<String> moved = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Collection<String>> queries = new ConcurrentLinkedQueue<>();
    private final List<WaitingRoom> rooms = new ArrayList<>();

    @AfterEach
    void close() {
        rooms.forEach(WaitingRoom::close);
    }

    @Test
    @DisplayName("P5: whoever waits is answered once it has moved, and nobody else")
    void moves() throws Exception {
        WaitingRoom room = room(LONG);
        Future<Boolean> here = enter(room, "request-1");
        Future<Boolean> there = enter(room, "request-2");
        moved.add("request-1");

        assertThat(get(here)).isTrue();
        awaitQuery();
        assertThat(there.isDone()).isFalse();
        assertThat(room.size()).isEqualTo(1);
        moved.add("request-2");
        assertThat(get(there)).isTrue();
        assertThat(room.size()).isZero();
    }

    @Test
    @DisplayName("P5: what has moved before is answered as well")
    void movedBefore() throws Exception {
        moved.add("request-1");
        assertThat(get(enter(room(LONG), "request-1"))).isTrue();
    }

    @Test
    @DisplayName("P5: whoever has waited for long enough is told that nothing has happened")
    void timeout() throws Exception {
        WaitingRoom room = room(Duration.ofSeconds(1));
        assertThat(get(enter(room, "request-1"))).isFalse();
        assertThat(room.size()).isZero();
    }

    @Test
    @DisplayName("a thousand browsers cost one question, about each request once")
    void oneQuery() throws Exception {
        WaitingRoom room = room(LONG);
        List<Future<Boolean>> all = IntStream.range(0, 1_000)
                .mapToObj(number -> enter(room, "request-" + number % 400))
                .toList();
        queries.clear();
        awaitQuery();

        assertThat(queries).allSatisfy(ids -> assertThat(ids).hasSize(400).doesNotHaveDuplicates());
        assertThat(room.size()).isEqualTo(1_000);
        IntStream.range(0, 400).forEach(number -> moved.add("request-" + number));
        for (Future<Boolean> one : all) {
            assertThat(get(one)).isTrue();
        }
        assertThat(room.size()).isZero();
    }

    @Test
    @DisplayName("no question is longer than databases take, and none is left out")
    void severalQueries() throws Exception {
        WaitingRoom room = room(LONG);
        List<Future<Boolean>> all = IntStream.range(0, 1_201)
                .mapToObj(number -> enter(room, "request-" + number))
                .toList();
        IntStream.range(0, 1_201).forEach(number -> moved.add("request-" + number));
        for (Future<Boolean> one : all) {
            assertThat(get(one)).isTrue();
        }
        assertThat(queries).allSatisfy(ids -> assertThat(ids).hasSizeLessThanOrEqualTo(500));
    }

    @Test
    @DisplayName("nobody is asked about nothing")
    void nobody() throws Exception {
        WaitingRoom room = room(LONG);
        moved.add("request-1");
        get(enter(room, "request-1"));
        assertThat(queries).isNotEmpty().allSatisfy(ids -> assertThat(ids).isNotEmpty());
    }

    @Test
    @DisplayName("a database that is away for a moment: those who wait go on waiting")
    void failing() throws Exception {
        CountDownLatch failures = new CountDownLatch(3);
        WaitingRoom room = room(
                ids -> {
                    if (failures.getCount() > 0) {
                        failures.countDown();
                        throw new IllegalStateException("no connection");
                    }
                    return Set.of();
                },
                LONG);
        Future<Boolean> one = enter(room, "request-1");
        assertThat(get(one)).isTrue();
        assertThat(failures.getCount()).isZero();
    }

    @Test
    @DisplayName("a node that stops answers all at once, and keeps nobody who comes after that")
    void closed() throws Exception {
        WaitingRoom room = room(LONG);
        List<Future<Boolean>> all = IntStream.range(0, 100)
                .mapToObj(number -> enter(room, "request-" + number % 10))
                .toList();
        room.close();
        for (Future<Boolean> one : all) {
            assertThat(get(one)).isFalse();
        }
        assertThat(room.size()).isZero();
        assertThat(get(enter(room, "request-1"))).isFalse();
        room.close();
    }

    @Test
    @DisplayName("a room that nobody has entered closes as well, for good")
    void closedUnused() throws Exception {
        WaitingRoom room = room(LONG);
        room.close();
        assertThat(get(enter(room, "request-1"))).isFalse();
        assertThat(queries).isEmpty();
    }

    @Test
    @DisplayName("more than 20,000 browsers are not kept, whatever they wait for")
    void full() throws Exception {
        WaitingRoom room = room(LONG);
        List<Future<Boolean>> all = IntStream.range(0, 20_000)
                .mapToObj(number -> enter(room, "request-" + number % 3))
                .toList();
        assertThat(get(enter(room, "request-1"))).isFalse();
        assertThat(get(enter(room, "request-4"))).isFalse();
        moved.add("request-1");
        assertThat(get(all.get(1))).isTrue();
        assertThat(enter(room, "request-4").isDone()).as("there is room again").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "a\0b", "a b", "ü", "'", "a/b", "%00", "a\n"})
    @DisplayName("what cannot be an id never gets into a question to the database, which would fail for all who wait")
    void noIds(String id) throws Exception {
        WaitingRoom room = room(LONG);
        assertThat(get(enter(room, id))).isTrue();
        assertThat(get(enter(room, "a".repeat(10_000)))).isTrue();
        assertThat(queries).isEmpty();
    }

    @Test
    @DisplayName("every id that we make is one")
    void ownIds() throws Exception {
        WaitingRoom room = room(LONG);
        for (int i = 0; i < 100; i++) {
            assertThat(enter(room, Source.newId()).isDone()).isFalse();
            assertThat(enter(room, Source.newId() + ".CONFIRMED").isDone()).isFalse();
        }
    }

    @Test
    @DisplayName("whoever comes while the last one leaves is not forgotten")
    void comingAndGoing() throws Exception {
        WaitingRoom room = new WaitingRoom("test", ids -> Set.of(), Duration.ofNanos(1_000), LONG);
        rooms.add(room);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            all.add(enter(room, "request-1"));
            if (i % 3 == 0) {
                assertThat(get(all.get(i))).isTrue();
            }
        }
        for (Future<Boolean> one : all) {
            assertThat(get(one)).isTrue();
        }
        assertThat(room.size()).isZero();
    }

    private WaitingRoom room(Duration longest) {
        return room(
                ids -> {
                    queries.add(ids);
                    Set<String> still = ConcurrentHashMap.newKeySet();
                    still.addAll(ids);
                    still.removeAll(moved);
                    return still;
                },
                longest);
    }

    private WaitingRoom room(Function<Collection<String>, Set<String>> unmoved, Duration longest) {
        WaitingRoom room = new WaitingRoom("test", unmoved, TICK, longest);
        rooms.add(room);
        return room;
    }

    private static Future<Boolean> enter(WaitingRoom room, String id) {
        return room.untilMoved(id).toCompletableFuture();
    }

    private static boolean get(Future<Boolean> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    /** Until one has begun and ended after now. */
    private void awaitQuery() throws TimeoutException {
        int before = queries.size();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (queries.size() < before + 2) {
            if (System.nanoTime() > until) {
                throw new TimeoutException("nobody asked");
            }
            Thread.onSpinWait();
        }
    }
}
