package dev.twostep.it.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long one thing took, many times over. */
final class Sample {

    private final String name;
    private final List<Duration> durations = new ArrayList<>();

    Sample(String name) {
        this.name = name;
    }

    void add(Duration duration) {
        durations.add(duration);
    }

    /** The smallest duration that {@code percent} of all do not exceed. */
    double milliseconds(int percent) {
        List<Duration> sorted = durations.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(rank - 1).toNanos() / 1e6;
    }

    /** In milliseconds. */
    double mean() {
        return durations.stream().mapToLong(Duration::toNanos).average().orElseThrow() / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-16s n=%d  p50 %6.1f ms  p95 %6.1f ms  mean %6.1f ms",
                name,
                durations.size(),
                milliseconds(50),
                milliseconds(95),
                mean());
    }
}
