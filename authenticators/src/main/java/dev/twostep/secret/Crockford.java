package dev.twostep.secret;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Secrets that people write down and type: Crockford's base32, which has no two characters that look alike. Each character is five random
 * bits.
 */
public final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_A_CHARACTER = 5;
    /** Nobody types more than the characters with something between them; what is longer is not looked at. */
    private static final int MOST_TYPED = 100;

    private Crockford() {}

    /** Characters made of the first bits of {@code random}, which must have as many as are needed. */
    public static Secret of(byte[] random, int length) {
        int surplus = random.length * Byte.SIZE - length * BITS_A_CHARACTER;
        if (surplus < 0) {
            throw new IllegalArgumentException(length + " characters need more random bits");
        }
        BigInteger bits = new BigInteger(1, random).shiftRight(surplus);
        StringBuilder characters = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            int value = bits.shiftRight(i * BITS_A_CHARACTER).intValue() & (ALPHABET.length() - 1);
            characters.append(ALPHABET.charAt(value));
        }
        return Secret.of(characters.toString());
    }

    /**
     * What somebody typed: in any case, with spaces and dashes anywhere, in any script's digits, and with look-alikes. O is read as 0,
     * I and L as 1, as Crockford has it; U, which is in no secret, as V. Empty if it cannot be a secret of this length.
     */
    public static Optional<Secret> read(String typed, int length) {
        if (typed.length() > MOST_TYPED) {
            return Optional.empty();
        }
        StringBuilder characters = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(point -> !isBetween(point))
                .forEach(point -> characters.appendCodePoint(meant(point)));
        boolean possible =
                characters.length() == length && characters.chars().allMatch(point -> ALPHABET.indexOf(point) >= 0);
        return possible ? Optional.of(Secret.of(characters.toString())) : Optional.empty();
    }

    /** What stands between the characters: spaces, all kinds of dashes, invisible marks of direction. */
    private static boolean isBetween(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION
                || Character.getType(point) == Character.FORMAT;
    }

    private static int meant(int point) {
        return switch (point) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            case 'U' -> 'V';
            default -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point;
        };
    }
}
