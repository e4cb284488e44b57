package dev.twostep.keycloak;

import dev.twostep.throttle.Throttle;
import org.keycloak.provider.Provider;

/** The {@link Throttle} of the realm in the session's context. */
public interface ThrottleProvider extends Provider, Throttle {}
