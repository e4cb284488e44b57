package dev.twostep.sms.outbox;

import dev.twostep.sms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest messages of one realm on this node, newest first. In memory only: what it holds are codes.
 */
public final class Outbox {

    private static final int CAPACITY = 200;
    private static final Duration KEPT = Duration.ofHours(1);

    private final InstantSource clock;
    private final Deque<OutboxMessage> messages = new ArrayDeque<>();

    public Outbox(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized List<OutboxMessage> messages() {
        forgetOld();
        return List.copyOf(messages);
    }

    synchronized void add(TextMessage message) {
        forgetOld();
        if (messages.size() == CAPACITY) {
            messages.removeLast();
        }
        messages.addFirst(new OutboxMessage(message.to(), message.body(), clock.instant()));
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        messages.removeIf(message -> message.at().isBefore(oldest));
    }
}
