package dev.twostep.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code twostep-throttle}: where the counters of all limits live. */
public final class ThrottleSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "twostep-throttle";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ThrottleProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return ThrottleProviderFactory.class;
    }
}
