package dev.twostep.push.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.keycloak.NoticeMail;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.ShownContext;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.RequestStatus;
import java.util.Base64;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/**
 * "This wasn't me" (P6): somebody has the password. What the request led to ends, temporary passwords end, the user is told, and chooses a new password if the
 * realm wants it.
 */
final class Report {

    private static final String UPDATE_PASSWORD = UserModel.RequiredAction.UPDATE_PASSWORD.name();
    private static final String APP_PASSWORD = "twostep-app-password";

    private final KeycloakSession session;
    private final UserModel user;

    Report(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /** @param was what had become of it until now */
    void of(LoginRequest request, RequestStatus was) {
        again(request, was);
        JsonNode context = ShownContext.read(request.asker().context());
        new NoticeMail(session, session.getContext().getRealm(), user)
                .about(
                        request.createdAt(),
                        context.path("address").asText(),
                        context.path("browser").asText())
                .send("twostepReportedMailSubject", "twostep-reported.ftl", "push-not-arrived");
    }

    /** All that may be done a second time: the answer to the first report may have been lost, and what followed from it with it. */
    void again(LoginRequest request, RequestStatus was) {
        endSessions(request, was);
        endAppPasswords();
        if (Push.of(session).policy().newPasswordAfterReport() && hasPassword()) {
            user.addRequiredAction(UPDATE_PASSWORD);
        }
    }

    /**
     * Those of the browser that asked, whatever way it got in: a session keeps the id of the sign-in that it came of. If the request itself let it in and no session is
     * found, all of the user's may be the one.
     */
    private void endSessions(LoginRequest request, RequestStatus was) {
        List<UserSessionModel> all = session.sessions()
                .getUserSessionsStream(session.getContext().getRealm(), user)
                .toList();
        List<UserSessionModel> its =
                all.stream().filter(one -> isOf(one, request)).toList();
        boolean any = its.isEmpty() && was.isSuccessful();
        (any ? all : its).forEach(one -> AuthenticationManager.backchannelLogout(session, one, true));
        session.sessions()
                .getOfflineUserSessionsStream(session.getContext().getRealm(), user)
                .filter(one -> any || isOf(one, request))
                .toList()
                .forEach(one -> new UserSessionManager(session).revokeOfflineUserSession(one));
    }

    private boolean isOf(UserSessionModel one, LoginRequest request) {
        return new RealmKeys(session)
                .hmac(request.keyId(), "browser", one.getId())
                .map(mac -> Base64.getUrlEncoder().withoutPadding().encodeToString(mac))
                .filter(request.asker().browser()::equals)
                .isPresent();
    }

    private void endAppPasswords() {
        user.credentialManager()
                .getStoredCredentialsByTypeStream(APP_PASSWORD)
                .map(CredentialModel::getId)
                .toList()
                .forEach(user.credentialManager()::removeStoredCredentialById);
    }

    /** One that is kept here; a directory's is not ours to change. */
    private boolean hasPassword() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }
}
