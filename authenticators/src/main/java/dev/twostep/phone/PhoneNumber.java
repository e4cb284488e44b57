package dev.twostep.phone;

import java.util.regex.Pattern;

/**
 * A phone number in E.164 form: a plus sign and up to 15 digits. Prints masked; only {@link #e164()} shows all of it.
 */
public final class PhoneNumber {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int VISIBLE_DIGITS = 2;

    private final String e164;

    private PhoneNumber(String e164) {
        this.e164 = e164;
    }

    /** @throws IllegalArgumentException if the text is not E.164; the message does not repeat it */
    public static PhoneNumber ofE164(String e164) {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
        return new PhoneNumber(e164);
    }

    public String e164() {
        return e164;
    }

    /** The form for pages, labels and {@code credentialData}: only the last two digits are left. */
    public String masked() {
        return "+•• ••• •• " + lastDigits();
    }

    /** The last two digits, by which the owner knows the number again. */
    public String lastDigits() {
        return e164.substring(e164.length() - VISIBLE_DIGITS);
    }

    public boolean sameAs(PhoneNumber other) {
        return e164.equals(other.e164);
    }

    @Override
    public String toString() {
        return masked();
    }
}
