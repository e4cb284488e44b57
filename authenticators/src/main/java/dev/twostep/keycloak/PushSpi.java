package dev.twostep.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code twostep-push}: login requests, for features that are about something else. */
public final class PushSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "twostep-push";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PushProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PushProviderFactory.class;
    }
}
