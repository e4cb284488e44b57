package dev.twostep.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes the {@link PhonesProvider} for the realm in the session's context. */
public interface PhonesProviderFactory extends ProviderFactory<PhonesProvider> {}
