package dev.twostep.policy.keycloak;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the {@link PolicyKeeper} for every realm; none has to list it. */
public final class PolicyKeeperFactory implements EventListenerProviderFactory {

    /** Keycloak makes the listeners of an admin request before it changes anything, so this is the time to look. */
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PolicyKeeper(session, Policies.before(session));
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {
        // no server options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return "twostep-policy";
    }
}
