package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.PhonesProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the {@link Phones}; keeps what lives as long as the server. */
public final class PhonesFactory implements PhonesProviderFactory {

    @Override
    public PhonesProvider create(KeycloakSession session) {
        return new Phones(session);
    }

    @Override
    public void init(Config.Scope config) {
        // no server options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        new PairingCleanup().schedule(factory);
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public String getId() {
        return "default";
    }
}
