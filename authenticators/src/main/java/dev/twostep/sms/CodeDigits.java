package dev.twostep.sms;

import dev.twostep.secret.MacKey;
import dev.twostep.secret.Secret;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Computes the six digits of a {@link TextCode}: a keyed hash of its id, cut to size. */
public final class CodeDigits {

    public static final int LENGTH = 6;

    private static final BigInteger RANGE = BigInteger.TEN.pow(LENGTH);

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
        return key.mac(code.keyId(), text).map(CodeDigits::cut);
    }

    /** The whole hash modulo a million: more than 100 bits too many, so no digit is likelier than another. */
    private static Secret cut(byte[] mac) {
        int digits = new BigInteger(1, mac).mod(RANGE).intValueExact();
        return Secret.of(String.format(Locale.ROOT, "%0" + LENGTH + "d", digits));
    }
}
