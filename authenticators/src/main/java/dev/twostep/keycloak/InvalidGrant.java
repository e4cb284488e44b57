package dev.twostep.keycloak;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** What the token endpoint says to a wrong password, for everything else that it must not tell apart from one. */
public final class InvalidGrant {

    private InvalidGrant() {}

    public static Response response() {
        return Response.status(
                        ServerGeneration.isBefore26_6() ? Response.Status.UNAUTHORIZED : Response.Status.BAD_REQUEST)
                .entity(new OAuth2ErrorRepresentation(OAuthErrorException.INVALID_GRANT, "Invalid user credentials"))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
