package dev.twostep.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code twostep-page}: one provider for each path segment below {@code /realms/{realm}/twostep/}. */
public final class PageSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "twostep-page";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PageProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PageProviderFactory.class;
    }
}
