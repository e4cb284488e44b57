package dev.twostep.apppassword;

import dev.twostep.secret.MacKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Computes a password that is being shown: a keyed hash of its random origin, cut to size. So a page can be loaded again and show the
 * same one, although only its hash is stored. Without the origin, which goes with the page, nobody can compute it again.
 */
public final class ShownPasswords {

    private final String userId;
    private final MacKey key;
    private final Supplier<String> newId;

    /** @param newId 128 random bits, as text */
    public ShownPasswords(String userId, MacKey key, Supplier<String> newId) {
        this.userId = userId;
        this.key = key;
        this.newId = newId;
    }

    /** What a password comes from. */
    public record Origin(String id, String keyId) {}

    public Origin make() {
        return new Origin(newId.get(), key.currentId());
    }

    /** Empty if the key is gone. */
    public Optional<AppPassword> of(Origin origin) {
        return key.mac(origin.keyId(), userId + "|" + origin.id()).map(AppPassword::of);
    }
}
