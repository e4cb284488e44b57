package dev.twostep.apppassword.keycloak;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A text as the value of an HTTP header: whatever is not printable ASCII, and what would end a quoted text, is percent-encoded (RFC 3986). */
final class HeaderText {

    private static final int FIRST_PRINTABLE = 0x21;
    private static final int LAST_PRINTABLE = 0x7E;

    private HeaderText() {}

    static String of(String text) {
        StringBuilder header = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= FIRST_PRINTABLE && one <= LAST_PRINTABLE && "%\"\\".indexOf(one) < 0;
            header.append(plain ? String.valueOf((char) one) : String.format(Locale.ROOT, "%%%02X", one));
        }
        return header.toString();
    }
}
