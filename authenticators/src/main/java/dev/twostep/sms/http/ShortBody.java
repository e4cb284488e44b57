package dev.twostep.sms.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the beginning of an answer, so that a gateway gone mad does not fill the memory. */
final class ShortBody implements Consumer<Optional<byte[]>> {

    private static final int MAX_BYTES = 64 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public synchronized void accept(Optional<byte[]> part) {
        part.ifPresent(bytes -> kept.write(bytes, 0, Math.min(bytes.length, MAX_BYTES - kept.size())));
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
