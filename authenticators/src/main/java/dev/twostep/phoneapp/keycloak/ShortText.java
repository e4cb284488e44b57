package dev.twostep.phoneapp.keycloak;

import java.util.stream.Collectors;

/** A text from outside that people will read: in one line, without invisible characters, and not too long. */
final class ShortText {

    private ShortText() {}

    static String of(String text, int longest) {
        String visible = text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        return visible.codePointCount(0, visible.length()) <= longest
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, longest)).strip();
    }
}
