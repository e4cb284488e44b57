package dev.twostep.it.login;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Two requests a few milliseconds apart. Requests at the very same moment often queue at one lock and come out well; the
 * second one that arrives while the first is between its look and its write is what does harm.
 */
public final class Race {

    /** Both threads are running by then, and wait for their moment. */
    private static final Duration RUN_UP = Duration.ofMillis(2);
    /** A thread wakes up no more exactly than this; the rest is spent spinning. */
    private static final long SPIN_NANOS = Duration.ofMillis(1).toNanos();

    private Race() {}

    /** What became of both, the earlier one first. */
    public static <T> List<T> run(Duration apart, Supplier<T> earlier, Supplier<T> later) {
        AtomicReference<Long> start = new AtomicReference<>();
        return HttpLogin.atOnce(2, i -> {
            start.compareAndSet(null, System.nanoTime() + RUN_UP.toNanos());
            await(start.get() + (i == 0 ? 0 : apart.toNanos()));
            return (i == 0 ? earlier : later).get();
        });
    }

    private static void await(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
            left = moment - System.nanoTime();
        }
    }
}
