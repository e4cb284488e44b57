package dev.twostep.push.keycloak;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Gives up the request of a sign-in that ended well another way, on a page of Keycloak's, which does not know of it (P5). Whoever signed in was no stranger,
 * so the next request need not wait for longer, and may wake the phone.
 */
final class AbandonedRequests implements EventListenerProvider {

    private final KeycloakSession session;

    AbandonedRequests(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (event.getType() == EventType.LOGIN && login != null) {
            Push.of(session).endedOtherwise(login);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // no sign-in
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
