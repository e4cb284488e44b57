package dev.twostep.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code twostep-phones}: the paired phones, for features that are not about pairing. */
public final class PhonesSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "twostep-phones";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PhonesProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PhonesProviderFactory.class;
    }
}
