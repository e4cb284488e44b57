package dev.twostep.keycloak;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** An admin in a user's place may look, but never enrol, reveal or generate anything. */
public final class Impersonation {

    private Impersonation() {}

    /** Whether the browser's signed-in session belongs to somebody who impersonates the user. */
    public static boolean of(RequiredActionContext context) {
        AuthResult result =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        return result != null && of(result.session());
    }

    public static boolean of(UserSessionModel session) {
        return session.getNotes().containsKey(ImpersonationSessionNote.IMPERSONATOR_ID.toString());
    }
}
