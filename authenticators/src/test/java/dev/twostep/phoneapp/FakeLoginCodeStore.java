package dev.twostep.phoneapp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what is kept of login codes; {@link #spend} is one atomic step, as the port demands. */
final class FakeLoginCodeStore implements LoginCodeStore {

    final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final Map<String, Long> last = new HashMap<>();

    @Override
    public Map<String, byte[]> keys() {
        return keys;
    }

    @Override
    public synchronized boolean spend(String phone, long step) {
        if (step <= last.getOrDefault(phone, 0L)) {
            return false;
        }
        last.put(phone, step);
        return true;
    }
}
