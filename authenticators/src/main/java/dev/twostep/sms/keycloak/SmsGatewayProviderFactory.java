package dev.twostep.sms.keycloak;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/**
 * Makes a gateway for the realm in the session's context. Settings come from the server options
 * {@code --spi-twostep--{id}--{key}}; a realm may override each with a vault reference.
 */
public interface SmsGatewayProviderFactory extends ProviderFactory<SmsGatewayProvider> {

    @Override
    default void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    default void close() {
        // nothing to release
    }
}
