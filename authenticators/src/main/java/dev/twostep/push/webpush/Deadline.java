package dev.twostep.push.webpush;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Has something done within a time, by a thread that is left behind when the time is up. Sockets have time-outs, but each begins anew
 * with every byte, and looking up a name has none.
 */
final class Deadline implements AutoCloseable {

    /** So many may be left behind in look-ups that never end before the rest fails at once. */
    private static final int MOST_THREADS = 32;

    private static final long IDLE_SECONDS = 30;
    private static final AtomicLong COUNT = new AtomicLong();

    private final Duration total;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Deadline::thread);

    Deadline(Duration total) {
        this.total = total;
    }

    /**
     * @param work      what is done; an exception in it counts as not done
     * @param stop      makes it end soon, if the time is up
     * @param otherwise the answer if it was not done
     */
    <T> T run(Callable<T> work, Runnable stop, T otherwise) {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException e) {
            return otherwise;
        }
        try {
            return result.get(total.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // nothing to tell: neither has a word that may be repeated
        }
        stop.run();
        result.cancel(true);
        return otherwise;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "twostep-web-push-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
