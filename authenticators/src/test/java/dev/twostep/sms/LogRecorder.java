package dev.twostep.sms;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears all that we and our HTTP libraries log, at the finest level. */
public final class LogRecorder extends Handler {

    // Held here, because java.util.logging forgets loggers that nobody holds.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("dev.twostep"),
            Logger.getLogger("com.twilio"),
            Logger.getLogger("org.apache.hc"),
            Logger.getLogger("org.apache.http"));

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    public void start() {
        setLevel(Level.ALL);
        LOGGERS.forEach(logger -> {
            logger.setLevel(Level.ALL);
            logger.addHandler(this);
        });
    }

    public void stop() {
        LOGGERS.forEach(logger -> {
            logger.setLevel(null);
            logger.removeHandler(this);
        });
    }

    public String text() {
        return String.join("", lines);
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(formatter.format(logged));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing to close
    }
}
