package dev.twostep.sms.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code twostep}: one provider for each gateway. */
public final class SmsGatewaySpi implements Spi {

    public static final String NAME = "twostep";

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SmsGatewayProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return SmsGatewayProviderFactory.class;
    }
}
