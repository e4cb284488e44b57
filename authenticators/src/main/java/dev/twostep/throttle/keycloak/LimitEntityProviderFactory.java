package dev.twostep.throttle.keycloak;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link LimitEntityProvider}. */
public final class LimitEntityProviderFactory implements JpaEntityProviderFactory {

    /**
     * Keycloak names the table of applied changes after the first ten letters, here {@code DATABASECHANGELOG_TWOSTEP_TH};
     * no other feature may have the same ten.
     */
    static final String ID = "twostep-throttle";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new LimitEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    public void close() {
        // nothing to release
    }
}
