package dev.twostep.sms.keycloak;

import dev.twostep.sms.SmsGateway;
import org.keycloak.provider.Provider;

/** A {@link SmsGateway} as Keycloak finds it: by the provider id that the realm's policy names. */
public interface SmsGatewayProvider extends Provider, SmsGateway {

    @Override
    default void close() {
        // a gateway keeps nothing that belongs to one Keycloak session
    }
}
