package dev.twostep.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Registers {@code /realms/{realm}/twostep}. */
public final class TwostepResourceProviderFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "twostep";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new TwostepResourceProvider(session);
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
