package dev.twostep.phone;

import java.util.Optional;

/**
 * The digits of what a person typed, in whatever script, without what people put between them. Letters make it no number:
 * a vanity number or an extension is nothing to text to.
 */
final class TypedNumber {

    /** E.164 has 15 digits; the rest is for prefixes, brackets, blanks and invisible marks of a pasted number. */
    static final int LONGEST_TEXT = 60;

    private static final String INTERNATIONAL = "00";

    private TypedNumber() {}

    /** ASCII digits, after a plus sign if a country prefix was typed; empty if the text is no number. */
    static Optional<String> of(String typed) {
        StringBuilder digits = new StringBuilder(LONGEST_TEXT);
        for (int at = 0; at < typed.length(); at += Character.charCount(typed.codePointAt(at))) {
            int sign = typed.codePointAt(at);
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else if (isPlus(sign) && digits.isEmpty()) {
                digits.append('+');
            } else if (!separates(sign)) {
                return Optional.empty();
            }
        }
        return Optional.of(digits.toString()).map(TypedNumber::withPlus);
    }

    /** No national number begins with two zeros: someone spelled out the plus sign. */
    private static String withPlus(String digits) {
        return digits.startsWith(INTERNATIONAL) ? "+" + digits.substring(INTERNATIONAL.length()) : digits;
    }

    private static boolean isPlus(int sign) {
        return sign == '+' || sign == '＋' || sign == '﹢';
    }

    private static boolean separates(int sign) {
        return switch (Character.getType(sign)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            case Character.START_PUNCTUATION, Character.END_PUNCTUATION -> true;
            default -> sign == '.' || sign == '/' || sign == '\t' || sign == '−';
        };
    }
}
