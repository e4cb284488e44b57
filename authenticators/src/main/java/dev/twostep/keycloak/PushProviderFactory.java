package dev.twostep.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes the {@link PushProvider} for the realm in the session's context. */
public interface PushProviderFactory extends ProviderFactory<PushProvider> {}
