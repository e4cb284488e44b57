package dev.twostep.backupcode.keycloak;

import java.util.OptionalInt;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The number of the code that a sign-in was shown to keep: what its user decides about an offer is meant for that one. */
final class OfferedCode {

    private static final String NUMBER = "twostep.backup-code.offered";

    private OfferedCode() {}

    static void remember(AuthenticationSessionModel login, int number) {
        login.setAuthNote(NUMBER, String.valueOf(number));
    }

    /** Empty if none was shown. */
    static OptionalInt in(AuthenticationSessionModel login) {
        String number = login.getAuthNote(NUMBER);
        return number == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number));
    }
}
