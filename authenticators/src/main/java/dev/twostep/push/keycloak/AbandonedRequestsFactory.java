package dev.twostep.push.keycloak;

import dev.twostep.keycloak.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link AbandonedRequests} for every realm; none has to list it. */
public final class AbandonedRequestsFactory extends GlobalListenerFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new AbandonedRequests(session);
    }

    @Override
    public String getId() {
        return "twostep-login-requests";
    }
}
