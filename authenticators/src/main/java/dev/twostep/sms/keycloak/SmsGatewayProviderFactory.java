package dev.twostep.sms.keycloak;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/**
 * Makes a gateway for the realm in the session's context. Settings come from the server options
 * {@code --spi-twostep--{id}--{key}}; a realm may override each with a vault reference.
 */
public interface SmsGatewayProviderFactory extends ProviderFactory<SmsGatewayProvider> {

    /**
     * What keeps the gateway from sending, if anything: the key that is missing or wrong and how, never its value.
     *
     * @param settings the realm's settings as they would be
     */
    default Optional<String> problem(KeycloakSession session, Map<String, String> settings) {
        return Optional.empty();
    }

    @Override
    default void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    default void close() {
        // nothing to release
    }
}
