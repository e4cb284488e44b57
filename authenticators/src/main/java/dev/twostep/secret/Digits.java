package dev.twostep.secret;

import java.math.BigInteger;
import java.util.Locale;

/** Short numbers that people read and type, cut out of a keyed hash. */
public final class Digits {

    private Digits() {}

    /** The whole hash modulo the range: more than 100 bits too many, so no digit is likelier than another. Always ASCII digits. */
    public static Secret of(byte[] mac, int length) {
        BigInteger number = new BigInteger(1, mac).mod(BigInteger.TEN.pow(length));
        return Secret.of(String.format(Locale.ROOT, "%0" + length + "d", number.intValueExact()));
    }
}
