package dev.twostep.sms.keycloak;

import dev.twostep.sms.CodeDigits;
import jakarta.ws.rs.core.MultivaluedMap;

/** What was typed or pasted into the code field, without what phones and people put around the digits. */
record TypedCode(String digits) {

    static TypedCode from(MultivaluedMap<String, String> form) {
        String typed = form.getFirst(CodePage.FIELD);
        StringBuilder digits = new StringBuilder();
        if (typed != null && typed.length() <= 100) {
            typed.codePoints()
                    .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point) && point != '-')
                    .filter(point -> Character.getType(point) != Character.FORMAT)
                    .forEach(point -> digits.append(digit(point)));
        }
        return new TypedCode(digits.toString());
    }

    /** Any script's digit becomes 0 to 9: a Gujarati keyboard types Gujarati digits. */
    private static char digit(int point) {
        int value = Character.digit(point, 10);
        return value < 0 ? 'x' : (char) ('0' + value);
    }

    boolean missing() {
        return digits.isEmpty();
    }

    /** A text that cannot be a code is not a guess. */
    boolean couldBeACode() {
        return digits.length() == CodeDigits.LENGTH && digits.indexOf('x') < 0;
    }

    @Override
    public String toString() {
        return "TypedCode(•••)";
    }
}
