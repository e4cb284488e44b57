package dev.twostep.keycloak;

import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** What a session remembers of an app's sign-in that showed no page: with what it was, and which temporary password. */
public final class AppSession {

    /** The type of the credential; also the claim of this meaning in tokens. */
    public static final String CREDENTIAL_TYPE = "twostep_credential";
    /** The id of the temporary password. */
    public static final String APP_PASSWORD = "twostep_app_password";

    /** Which account password it was, as {@code Grounds} names it. */
    public static final String ACCOUNT_PASSWORD = "twostep_account_password";

    private AppSession() {}

    public static Optional<String> credentialType(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(CREDENTIAL_TYPE));
    }

    public static Optional<String> appPassword(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(APP_PASSWORD));
    }

    public static String accountPassword(UserSessionModel session) {
        return Objects.requireNonNullElse(session.getNote(ACCOUNT_PASSWORD), "");
    }

    static boolean isByAppPassword(UserSessionModel session) {
        return appPassword(session).isPresent();
    }
}
