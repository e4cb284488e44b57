package dev.twostep.apppassword.keycloak;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Takes temporary passwords away for good when Keycloak tells of a changed account password or a disabled user (A5). Nothing depends on it where
 * Keycloak keeps the password itself: there they are refused from the change on, told or not. It is what ends them for users whose account password is
 * kept elsewhere, and what keeps those of a disabled user from coming back when the user does.
 */
final class AppPasswordTidying implements EventListenerProvider {

    private static final Set<EventType> CREDENTIAL = Set.of(EventType.UPDATE_CREDENTIAL, EventType.REMOVE_CREDENTIAL);
    private static final String USERS = "users/";
    private static final String RESET_PASSWORD = "/reset-password";

    private final KeycloakSession session;

    AppPasswordTidying(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        boolean changed = event.getType() == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT
                || (CREDENTIAL.contains(event.getType()) && isPassword(event));
        if (changed && event.getUserId() != null) {
            end(event.getRealmId(), event.getUserId());
        }
    }

    private static boolean isPassword(Event event) {
        return event.getDetails() != null
                && PasswordCredentialModel.TYPE.equals(event.getDetails().get(Details.CREDENTIAL_TYPE));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() != ResourceType.USER
                || event.getResourcePath() == null
                || !event.getResourcePath().startsWith(USERS)) {
            return;
        }
        String path = event.getResourcePath().substring(USERS.length()).replaceFirst("/+$", "");
        if (path.endsWith(RESET_PASSWORD)) {
            end(event.getRealmId(), path.substring(0, path.length() - RESET_PASSWORD.length()));
        } else if (event.getOperationType() == OperationType.UPDATE && isDisabled(event.getRealmId(), path)) {
            end(event.getRealmId(), path);
        }
    }

    private boolean isDisabled(String realmId, String userId) {
        UserModel user = user(realmId, userId);
        return user != null && !user.isEnabled();
    }

    /** In the transaction of what is told, so that it happens with it or not at all. */
    private void end(String realmId, String userId) {
        UserModel user = user(realmId, userId);
        if (user != null) {
            user.credentialManager()
                    .getStoredCredentialsByTypeStream(AppPasswordCredential.TYPE)
                    .toList()
                    .forEach(password -> user.credentialManager().removeStoredCredentialById(password.getId()));
        }
    }

    private @Nullable UserModel user(String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return realm == null ? null : session.users().getUserById(realm, userId);
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
