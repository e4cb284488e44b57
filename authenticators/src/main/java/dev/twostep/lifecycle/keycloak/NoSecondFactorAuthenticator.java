package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.ServerGeneration;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Stands at the end of a flow that has no page, such as the direct grant: a user with a second factor cannot be asked for it
 * there, so the password alone is refused, with the very answer that a wrong password gets.
 */
final class NoSecondFactorAuthenticator extends Step {

    private static final String ERROR = "second_factor_required";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!SecondFactors.has(context.getUser())) {
            context.success();
            return;
        }
        context.getEvent().user(context.getUser()).error(ERROR);
        // not a failure: the password was right, and an old mail program that keeps trying must not lock its owner out
        context.forceChallenge(likeAWrongPassword());
    }

    private static Response likeAWrongPassword() {
        return Response.status(
                        ServerGeneration.isBefore26_6() ? Response.Status.UNAUTHORIZED : Response.Status.BAD_REQUEST)
                .entity(new OAuth2ErrorRepresentation(OAuthErrorException.INVALID_GRANT, "Invalid user credentials"))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
