package dev.twostep.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Hangs {@link TwostepResource} below the realm. */
final class TwostepResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    TwostepResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new TwostepResource(session);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
