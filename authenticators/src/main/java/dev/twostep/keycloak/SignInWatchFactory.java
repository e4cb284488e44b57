package dev.twostep.keycloak;

import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link SignInWatch} for every realm; none has to list it. */
public final class SignInWatchFactory extends GlobalListenerFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SignInWatch(session);
    }

    @Override
    public String getId() {
        return "twostep-sign-ins";
    }
}
