package dev.twostep.keycloak;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that talk to gateways and push services, so that no page waits for one. Bounded on purpose, which Keycloak's own executors are
 * not: when a gateway hangs, the next person is told at once instead of joining a line that nobody sees.
 */
public final class SendQueue implements AutoCloseable {

    private static final long IDLE_SECONDS = 60;
    private static final long LAST_SECONDS = 6;

    private final ThreadPoolExecutor executor;

    /**
     * Makes no thread yet.
     *
     * @param name of the threads
     * @param size of what may wait for one
     */
    public SendQueue(String name, int threads, int size) {
        AtomicInteger number = new AtomicInteger();
        this.executor = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(size), work -> {
                    Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.executor.allowCoreThreadTimeOut(true);
    }

    /** Takes the work, or answers false at once. */
    public boolean offer(Runnable work) {
        try {
            executor.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    public int waiting() {
        return executor.getQueue().size();
    }

    /** What waits is dropped and shows as never taken up; what is being sent may end. */
    @Override
    public void close() {
        executor.shutdown();
        executor.getQueue().clear();
        try {
            if (!executor.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
