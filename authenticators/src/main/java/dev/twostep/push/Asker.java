package dev.twostep.push;

/**
 * Who asks for an approval, and from where.
 *
 * @param browser keyed hash of the browser's sign-in session
 * @param tab     keyed hash of that session and its tab: only there can the sign-in go on
 * @param address keyed hash of the network address
 * @param context what the phone shows of all that, as JSON text
 */
public record Asker(String userId, String browser, String tab, String address, String context) {}
