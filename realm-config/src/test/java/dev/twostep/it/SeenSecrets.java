package dev.twostep.it;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every code and full phone number that the tests have come across, for the test that looks for them in the log. */
public final class SeenSecrets {

    private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

    private SeenSecrets() {}

    public static void add(String secret) {
        ALL.add(secret);
    }

    public static Set<String> all() {
        return Set.copyOf(ALL);
    }
}
