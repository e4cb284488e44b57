package dev.twostep.apppassword.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.apppassword.keycloak.AppSignIn.Attempt;
import dev.twostep.apppassword.keycloak.AppSignIn.Outcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** The answer as JSON, for mail, WebDAV and other servers. */
public final class VerifyResource {

    private final KeycloakSession session;

    VerifyResource(KeycloakSession session) {
        this.session = session;
    }

    /** With {@code active} alone if the password is not right. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            @JsonProperty("active") boolean active,
            @JsonProperty("sub") @Nullable String subject,
            @JsonProperty("username") @Nullable String username,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("credential_type") @Nullable String credentialType,
            @JsonProperty("exp") @Nullable Long expires) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify() {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        AskingServer server = new AskingServer(session);
        Optional<ClientModel> client = server.authenticated();
        if (client.isEmpty()) {
            return error(
                    Response.Status.UNAUTHORIZED,
                    OAuthErrorException.INVALID_CLIENT,
                    "Invalid client or Invalid client credentials");
        }
        if (!server.isMarked(client.get())) {
            return error(
                    Response.Status.FORBIDDEN,
                    OAuthErrorException.UNAUTHORIZED_CLIENT,
                    "This client is not marked for temporary passwords");
        }
        Outcome outcome = server.ask(new Attempt(
                client.get(),
                text(form, "username").strip(),
                text(form, "password"),
                "",
                text(form, "address"),
                text(form, "agent")));
        return json(Response.Status.OK, answer(outcome));
    }

    private static Answer answer(Outcome outcome) {
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            return new Answer(false, null, null, null, null, null);
        }
        UserModel user = accepted.user();
        IssuedPassword password = accepted.password();
        return new Answer(
                true,
                user.getId(),
                user.getUsername(),
                user.isEmailVerified() ? user.getEmail() : null,
                accepted.credentialType(),
                password == null ? null : password.expires().getEpochSecond());
    }

    private static Response error(Response.Status status, String error, String description) {
        return json(status, new OAuth2ErrorRepresentation(error, description));
    }

    private static Response json(Response.Status status, Object entity) {
        return Response.status(status)
                .entity(entity)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }
}
