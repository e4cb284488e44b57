package dev.twostep.keycloak;

import org.keycloak.provider.Provider;

/**
 * A part of {@code /realms/{realm}/twostep/}: the provider id is the path segment, the resource a JAX-RS object. Features
 * register theirs, so that the root resource knows none of them.
 */
public interface PageProvider extends Provider {

    Object resource();

    @Override
    default void close() {
        // a resource keeps nothing
    }
}
