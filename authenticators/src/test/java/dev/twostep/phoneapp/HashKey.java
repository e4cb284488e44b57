package dev.twostep.phoneapp;

import dev.twostep.secret.Hkdf;
import dev.twostep.secret.MacKey;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Keyed hashes under keys whose ids are their secrets; a key can be rotated, and be lost. */
public final class HashKey implements MacKey {

    private final Set<String> lost = new HashSet<>();
    private String current = "key-1";

    @Override
    public String currentId() {
        return current;
    }

    @Override
    public Optional<byte[]> mac(String keyId, String text) {
        return lost.contains(keyId)
                ? Optional.empty()
                : Optional.of(
                        Hkdf.extract(keyId.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
    }

    public void rotate(String to) {
        current = to;
    }

    public void lose(String keyId) {
        lost.add(keyId);
    }
}
