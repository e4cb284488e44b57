package dev.twostep.keycloak;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/twostep/{page}}: hands over to the feature that owns the page. */
public final class TwostepResource {

    private final KeycloakSession session;

    TwostepResource(KeycloakSession session) {
        this.session = session;
    }

    /** Without it the address itself would answer 405. */
    @GET
    public Response nothingHere() {
        return Response.status(Response.Status.NOT_FOUND).build();
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
