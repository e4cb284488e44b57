package dev.twostep.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes the {@link ThrottleProvider} for the realm in the session's context. */
public interface ThrottleProviderFactory extends ProviderFactory<ThrottleProvider> {}
