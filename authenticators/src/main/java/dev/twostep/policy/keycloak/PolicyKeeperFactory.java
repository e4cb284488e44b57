package dev.twostep.policy.keycloak;

import dev.twostep.keycloak.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link PolicyKeeper} for every realm; none has to list it. */
public final class PolicyKeeperFactory extends GlobalListenerFactory {

    /** Keycloak makes the listeners of an admin request before it changes anything, so this is the time to look. */
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PolicyKeeper(session, Policies.before(session));
    }

    @Override
    public String getId() {
        return "twostep-policy";
    }
}
