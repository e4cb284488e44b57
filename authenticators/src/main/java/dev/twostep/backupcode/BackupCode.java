package dev.twostep.backupcode;

import dev.twostep.secret.Secret;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * One backup code: 13 characters of Crockford's base32, which are 65 random bits (NIST SP 800-63B-4, 4.2.1.1 asks for 64).
 * It does not print.
 */
public final class BackupCode {

    public static final int LENGTH = 13;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_A_CHARACTER = 5;

    /** Nobody types more than the characters with something between them; what is longer is not looked at. */
    private static final int MOST_TYPED = 100;

    private final Secret characters;

    private BackupCode(String characters) {
        this.characters = Secret.of(characters);
    }

    /** A code made of the first 65 of these bits. */
    public static BackupCode of(byte[] random) {
        BigInteger bits = new BigInteger(1, random);
        int surplus = random.length * Byte.SIZE - LENGTH * BITS_A_CHARACTER;
        if (surplus < 0) {
            throw new IllegalArgumentException("a backup code needs 65 bits");
        }
        bits = bits.shiftRight(surplus);
        StringBuilder characters = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            int value = bits.shiftRight(i * BITS_A_CHARACTER).intValue() & (ALPHABET.length() - 1);
            characters.append(ALPHABET.charAt(value));
        }
        return new BackupCode(characters.toString());
    }

    /**
     * What somebody typed: in any case, with spaces and dashes anywhere, in any script's digits, and with look-alikes. O is read as 0,
     * I and L as 1, as Crockford has it; U, which no code contains, as V. Empty if it cannot be a backup code.
     */
    public static Optional<BackupCode> read(String typed) {
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
                characters.length() == LENGTH && characters.chars().allMatch(point -> ALPHABET.indexOf(point) >= 0);
        return possible ? Optional.of(new BackupCode(characters.toString())) : Optional.empty();
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

    /** In groups, for a person to read: {@code 7K3M-9QXT-2BWPN}. */
    public Secret grouped() {
        String plain = characters.reveal();
        return Secret.of(plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8));
    }

    /** The characters alone. */
    Secret characters() {
        return characters;
    }

    @Override
    public String toString() {
        return "BackupCode(•••)";
    }
}
