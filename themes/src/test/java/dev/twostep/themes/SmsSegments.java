package dev.twostep.themes;

/** How a carrier counts a text (3GPP TS 23.038): 160 septets of the GSM alphabet, or 70 UTF-16 units as soon as one letter is not in it. */
record SmsSegments(boolean gsm, int units) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each of these takes two septets. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    static SmsSegments of(String text) {
        boolean gsm = text.chars().allMatch(letter -> BASIC.indexOf(letter) >= 0 || EXTENSION.indexOf(letter) >= 0);
        int twice = (int)
                text.chars().filter(letter -> EXTENSION.indexOf(letter) >= 0).count();
        return new SmsSegments(gsm, gsm ? text.length() + twice : text.length());
    }

    boolean one() {
        return units <= (gsm ? 160 : 70);
    }
}
