package dev.twostep.keycloak;

import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A session in which somebody or something stands in the user's place: an admin who impersonates, an app with a temporary password. It may look,
 * but never enrol, reveal or generate anything.
 */
public final class BorrowedSession {

    private static final String NOTE = "twostep.sign-in.borrowed";

    private BorrowedSession() {}

    /** Whether the sign-in began in one, or the browser has one now. */
    public static boolean of(RequiredActionContext context) {
        return wasBorrowed(context.getAuthenticationSession())
                || behindCookie(context.getSession())
                        .filter(BorrowedSession::of)
                        .isPresent();
    }

    /** Once the sign-in has begun its browser can do without the cookie, so the cookie is looked at in the request that begins it. */
    static void remember(KeycloakSession session, AuthenticationSessionModel login) {
        // one that came by a session which is not to be found may be anybody's
        boolean borrowed = behindCookie(session)
                .map(BorrowedSession::of)
                .orElseGet(() -> AuthenticatorUtil.isSSOAuthentication(login));
        login.setAuthNote(NOTE, String.valueOf(borrowed));
    }

    /** Also if that was never looked at. */
    static boolean wasBorrowed(AuthenticationSessionModel login) {
        return !"false".equals(login.getAuthNote(NOTE));
    }

    private static Optional<UserSessionModel> behindCookie(KeycloakSession session) {
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(
                        session, session.getContext().getRealm(), true))
                .map(AuthResult::session);
    }

    public static boolean of(UserSessionModel session) {
        return isImpersonated(session) || AppSession.isByAppPassword(session);
    }

    public static boolean isImpersonated(UserSessionModel session) {
        return session.getNotes().containsKey(ImpersonationSessionNote.IMPERSONATOR_ID.toString());
    }
}
