package dev.twostep.keycloak;

import io.micrometer.core.instrument.Metrics;
import java.util.regex.Pattern;

/**
 * Counters {@code twostep_*} beside Keycloak's own; no-ops unless the server runs with metrics.
 *
 * <p>Tags come from closed sets: enums and ids of providers. A value that does not look like one is counted as
 * {@code other}, so that neither a number nor a caller's free text can become a time series.
 */
public final class Meters {

    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    private Meters() {}

    /**
     * Counts one.
     *
     * @param name for example {@code twostep_codes_checked}; the exposition appends {@code _total}
     * @param tags names and values in turn
     */
    public static void count(String name, String... tags) {
        String[] labels = tags.clone();
        for (int value = 1; value < labels.length; value += 2) {
            labels[value] = LABEL.matcher(labels[value]).matches() ? labels[value] : "other";
        }
        Metrics.globalRegistry.counter(name, labels).increment();
    }
}
