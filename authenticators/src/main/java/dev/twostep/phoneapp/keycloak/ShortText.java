package dev.twostep.phoneapp.keycloak;

import java.util.stream.Collectors;

/** A text from outside that people will read: in one line, without invisible characters, and not too long. */
final class ShortText {

    private ShortText() {}

    static String of(String text, int longest) {
        String visible = text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(ShortText::isVisible)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        return visible.codePointCount(0, visible.length()) <= longest
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, longest)).strip();
    }

    /** Half of a character, which JSON can name but not hold, is not. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
