package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** Registers {@code /realms/{realm}/twostep/outbox}, in dev mode only. */
public final class OutboxPageFactory implements PageProviderFactory, EnvironmentDependentProviderFactory {

    @Override
    public String getId() {
        return OutboxGatewayFactory.ID;
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return Environment.isDevMode();
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new OutboxResource(session);
    }
}
