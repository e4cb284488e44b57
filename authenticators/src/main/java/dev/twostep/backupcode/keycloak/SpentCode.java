package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.CodeUse;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The backup code that a sign-in has used. Its user is told once how many are left (B8); its event says so at the end, whatever page comes
 * between.
 *
 * @param number of the code
 * @param left   codes that are still active
 */
record SpentCode(int number, int left) {

    private static final String NUMBER = "twostep.backup-code.spent";
    private static final String LEFT = "twostep.backup-code.left";
    private static final String TOLD = "twostep.backup-code.told";

    static void remember(AuthenticationSessionModel login, CodeUse.Accepted accepted) {
        login.setAuthNote(NUMBER, String.valueOf(accepted.number()));
        login.setAuthNote(LEFT, String.valueOf(accepted.left()));
        login.removeAuthNote(TOLD);
    }

    /** As long as the user was not told. */
    static Optional<SpentCode> in(AuthenticationSessionModel login) {
        return login.getAuthNote(TOLD) == null ? used(login) : Optional.empty();
    }

    static Optional<SpentCode> used(AuthenticationSessionModel login) {
        String number = login.getAuthNote(NUMBER);
        return number == null
                ? Optional.empty()
                : Optional.of(new SpentCode(Integer.parseInt(number), Integer.parseInt(login.getAuthNote(LEFT))));
    }

    static void told(AuthenticationSessionModel login) {
        login.setAuthNote(TOLD, "true");
    }
}
