package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.CodeUse;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The backup code that a sign-in has just used, remembered until the user was told how many are left (B8).
 *
 * @param number of the code
 * @param left   codes that are still active
 */
record SpentCode(int number, int left) {

    private static final String NUMBER = "twostep.backup-code.spent";
    private static final String LEFT = "twostep.backup-code.left";

    static void remember(AuthenticationSessionModel login, CodeUse.Accepted accepted) {
        login.setAuthNote(NUMBER, String.valueOf(accepted.number()));
        login.setAuthNote(LEFT, String.valueOf(accepted.left()));
    }

    static Optional<SpentCode> in(AuthenticationSessionModel login) {
        String number = login.getAuthNote(NUMBER);
        return number == null
                ? Optional.empty()
                : Optional.of(new SpentCode(Integer.parseInt(number), Integer.parseInt(login.getAuthNote(LEFT))));
    }

    static void forget(AuthenticationSessionModel login) {
        login.removeAuthNote(NUMBER);
        login.removeAuthNote(LEFT);
    }
}
