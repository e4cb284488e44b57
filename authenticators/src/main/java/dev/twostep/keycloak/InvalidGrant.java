package dev.twostep.keycloak;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** The one answer of the token endpoint to every sign-in that it refuses, whatever the reason (A3, B7). */
public final class InvalidGrant {

    private static final String DESCRIPTION =
            "Invalid user credentials. If two-step sign-in is on, use a temporary password for this app.";

    private InvalidGrant() {}

    public static Response response() {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(new OAuth2ErrorRepresentation(OAuthErrorException.INVALID_GRANT, DESCRIPTION))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
