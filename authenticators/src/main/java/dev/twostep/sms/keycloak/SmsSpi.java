package dev.twostep.sms.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets Keycloak make one {@link SmsProvider} for each session, and one queue for each server. */
public final class SmsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "twostep-sms";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SmsProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return SmsProviderFactory.class;
    }
}
