package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link AppPasswordTidying} for every realm; none has to list it. */
public final class AppPasswordTidyingFactory extends GlobalListenerFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new AppPasswordTidying(session);
    }

    @Override
    public String getId() {
        return "twostep-app-passwords";
    }
}
