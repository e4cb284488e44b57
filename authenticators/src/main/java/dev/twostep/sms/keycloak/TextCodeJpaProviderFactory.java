package dev.twostep.sms.keycloak;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the {@link TextCodeJpaProvider}. */
public final class TextCodeJpaProviderFactory implements JpaEntityProviderFactory {

    /** Keycloak names the changelog table after the first ten letters, so these must be ours alone. */
    static final String ID = "textcode-twostep";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new TextCodeJpaProvider();
    }

    @Override
    public void init(Config.Scope config) {
        // no options
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
        return ID;
    }
}
