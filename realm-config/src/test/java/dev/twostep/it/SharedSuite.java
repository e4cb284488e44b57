package dev.twostep.it;

import org.jspecify.annotations.Nullable;

/** Starts the {@link Suite} once; if that fails, all tests fail at once instead of trying again one after the other. */
final class SharedSuite implements AutoCloseable {

    private @Nullable Suite suite;
    private @Nullable RuntimeException failure;

    synchronized Suite get() {
        if (failure != null) {
            throw new IllegalStateException("the server did not start; the first test says why");
        }
        if (suite == null) {
            suite = start();
        }
        return suite;
    }

    private Suite start() {
        try {
            return new Suite();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (suite != null) {
            suite.close();
        }
    }
}
