package dev.twostep.keycloak;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * A session in which somebody or something stands in the user's place: an admin who impersonates, an app with a temporary password. It may look,
 * but never enrol, reveal or generate anything.
 */
public final class BorrowedSession {

    private BorrowedSession() {}

    /** Whether the browser's signed-in session is one. */
    public static boolean of(RequiredActionContext context) {
        AuthResult result =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        return result != null && of(result.session());
    }

    public static boolean of(UserSessionModel session) {
        return isImpersonated(session) || AppSession.isByAppPassword(session);
    }

    public static boolean isImpersonated(UserSessionModel session) {
        return session.getNotes().containsKey(ImpersonationSessionNote.IMPERSONATOR_ID.toString());
    }
}
