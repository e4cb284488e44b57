package dev.twostep.apppassword.keycloak;

/** Texts of others that are kept only to be shown: short, on one line, with nothing in them that changes how the rest is read. */
final class Shown {

    private static final int MOST = 100;

    private Shown() {}

    static String shortened(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().filter(point -> !isInvisible(point)).limit(MOST).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
