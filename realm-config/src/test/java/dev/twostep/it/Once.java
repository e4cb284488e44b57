package dev.twostep.it;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts something once; if that fails, all tests fail at once instead of trying again one after the other. */
final class Once<T> implements AutoCloseable {

    private final Supplier<T> start;
    private final Consumer<T> stop;
    private @Nullable T started;
    private @Nullable RuntimeException failure;

    Once(Supplier<T> start, Consumer<T> stop) {
        this.start = start;
        this.stop = stop;
    }

    synchronized T get() {
        if (failure != null) {
            throw new IllegalStateException("the server did not start; the first test says why");
        }
        if (started == null) {
            started = start();
        }
        return started;
    }

    synchronized @Nullable T ifStarted() {
        return started;
    }

    private T start() {
        try {
            return start.get();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (started != null) {
            stop.accept(started);
        }
    }
}
