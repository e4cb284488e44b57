package dev.twostep.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/twostep/{page}}: hands over to the feature that owns the page. */
public final class TwostepResource {

    private final KeycloakSession session;

    TwostepResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("{page}")
    public Object page(@PathParam("page") String page) {
        PageProvider provider = session.getProvider(PageProvider.class, page);
        if (provider == null) {
            throw new NotFoundException();
        }
        return provider.resource();
    }
}
