package dev.twostep.sms;

import dev.twostep.secret.Digits;
import dev.twostep.secret.MacKey;
import dev.twostep.secret.Secret;
import java.util.Optional;

/** Computes the six digits of a {@link TextCode}: a keyed hash of its id, cut to size. */
public final class CodeDigits {

    public static final int LENGTH = 6;

    private final MacKey key;

    public CodeDigits(MacKey key) {
        this.key = key;
    }

    String currentKeyId() {
        return key.currentId();
    }

    /** The digits; empty if the key that made them is gone, which makes the code as good as expired. */
    Optional<Secret> of(TextCode code) {
        String text = code.owner().purpose() + "|" + code.owner().userId() + "|" + code.id();
        return key.mac(code.keyId(), text).map(mac -> Digits.of(mac, LENGTH));
    }
}
