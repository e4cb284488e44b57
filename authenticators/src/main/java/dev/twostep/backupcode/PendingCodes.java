package dev.twostep.backupcode;

import dev.twostep.backupcode.BackupCodeSet.Pending;
import dev.twostep.secret.MacKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Computes a code that is on offer: a keyed hash of its random id, cut to size. So a page can be loaded again and show the same
 * code, although nobody has kept it.
 */
public final class PendingCodes {

    private final String userId;
    private final MacKey key;
    private final Supplier<String> newId;

    /** @param newId 128 random bits, as text */
    public PendingCodes(String userId, MacKey key, Supplier<String> newId) {
        this.userId = userId;
        this.key = key;
        this.newId = newId;
    }

    Pending make(int number, boolean replacing) {
        return new Pending(number, newId.get(), key.currentId(), replacing);
    }

    /** Empty if the key is gone; then another code has to be made. */
    Optional<BackupCode> of(Pending pending) {
        return key.mac(pending.keyId(), userId + "|" + pending.id()).map(BackupCode::of);
    }
}
