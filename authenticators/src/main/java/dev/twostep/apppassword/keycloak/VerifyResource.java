package dev.twostep.apppassword.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.apppassword.keycloak.AppSignIn.Attempt;
import dev.twostep.apppassword.keycloak.AppSignIn.Outcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * For servers that get a user's password and ask whether it is right: mail, WebDAV, proxies (A2). They authenticate as clients, with whatever Keycloak
 * takes for that, and must be marked as any other client of temporary passwords. A refusal is an answer, never an exception: that
 * would undo what was counted.
 */
public final class VerifyResource {

    static final String USER_AUTHORIZATION = "X-Twostep-Authorization";
    static final String ADDRESS = "X-Twostep-Address";
    static final String AGENT = "X-Twostep-Agent";
    static final String SUBJECT = "X-Twostep-Subject";
    static final String REMOTE_USER = "Remote-User";
    static final String REMOTE_EMAIL = "Remote-Email";

    /** For how long nginx may keep an answer, if it is told to keep any: less than it takes a revocation to be felt everywhere. */
    private static final int NGINX_SECONDS = 30;

    private static final String NO_STORE = "no-store";

    private final KeycloakSession session;
    private final RealmModel realm;

    VerifyResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** As JSON; with {@code active} alone if the password is not right. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            @JsonProperty("active") boolean active,
            @JsonProperty("sub") @Nullable String subject,
            @JsonProperty("username") @Nullable String username,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("credential_type") @Nullable String credentialType,
            @JsonProperty("exp") @Nullable Long expires) {}

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify() {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        Optional<ClientModel> client = client();
        if (client.isEmpty()) {
            return error(
                    Response.Status.UNAUTHORIZED,
                    OAuthErrorException.INVALID_CLIENT,
                    "Invalid client or Invalid client credentials");
        }
        if (!isMarked(client.get())) {
            return error(
                    Response.Status.FORBIDDEN,
                    OAuthErrorException.UNAUTHORIZED_CLIENT,
                    "This client is not marked for temporary passwords");
        }
        Outcome outcome = decide(new Attempt(
                client.get(),
                text(form.getFirst("username")).strip(),
                text(form.getFirst("password")),
                "",
                text(form.getFirst("address")),
                text(form.getFirst("agent"))));
        return Response.ok(answer(outcome), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    private static Answer answer(Outcome outcome) {
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            return new Answer(false, null, null, null, null, null);
        }
        IssuedPassword password = accepted.password();
        return new Answer(
                true,
                accepted.user().getId(),
                accepted.user().getUsername(),
                accepted.user().isEmailVerified() ? accepted.user().getEmail() : null,
                accepted.credentialType(),
                password == null ? null : password.expires().getEpochSecond());
    }

    /** What nginx's {@code auth_request} understands. The proxy's own credentials stand in Authorization, the user's beside it. */
    @GET
    @Path("nginx")
    public Response nginx() {
        Optional<ClientModel> client = client().filter(this::isMarked);
        if (client.isEmpty()) {
            // not 401: nginx would ask the user again and again for what the proxy has wrong
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        Optional<BasicCredentials> credentials = BasicCredentials.read(header(USER_AUTHORIZATION));
        if (credentials.isEmpty()) {
            return askAgain();
        }
        Outcome outcome = decide(new Attempt(
                client.get(),
                credentials.get().username().strip(),
                credentials.get().password().reveal(),
                "",
                header(ADDRESS),
                header(AGENT)));
        return outcome instanceof Outcome.Accepted accepted ? passOn(accepted) : askAgain();
    }

    private static Response passOn(Outcome.Accepted accepted) {
        Response.ResponseBuilder response = Response.ok("", MediaType.TEXT_PLAIN_TYPE)
                .header(REMOTE_USER, HeaderText.of(accepted.user().getUsername()))
                .header(SUBJECT, HeaderText.of(accepted.user().getId()))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header("X-Accel-Expires", NGINX_SECONDS);
        if (accepted.user().isEmailVerified() && accepted.user().getEmail() != null) {
            response.header(REMOTE_EMAIL, HeaderText.of(accepted.user().getEmail()));
        }
        return response.build();
    }

    private Response askAgain() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Basic realm=\"" + HeaderText.of(realm.getName()) + "\", charset=\"UTF-8\"")
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    /** The server that asks, if it has proven to be the client it says. */
    private Optional<ClientModel> client() {
        EventBuilder event = event(EventType.CLIENT_LOGIN);
        try {
            ClientModel client =
                    AuthorizeClientUtil.authorizeClient(session, event, null).getClient();
            if (!client.isPublicClient() && !client.isBearerOnly()) {
                return Optional.of(client);
            }
            event.client(client).error(Errors.NOT_ALLOWED);
        } catch (WebApplicationException refused) {
            // the event was raised where it was refused
        }
        return Optional.empty();
    }

    /** Without the mark it would be a way to find out account passwords for whoever has the secret of any client. */
    private boolean isMarked(ClientModel client) {
        boolean marked = new AppClients(session).isMarked(client);
        if (!marked) {
            event(EventType.CLIENT_LOGIN).client(client).error(AppPasswordEvent.CLIENT_NOT_MARKED);
        }
        return marked;
    }

    private static Response error(Response.Status status, String error, String description) {
        return Response.status(status)
                .entity(new OAuth2ErrorRepresentation(error, description))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    private Outcome decide(Attempt attempt) {
        EventBuilder event = event(EventType.LOGIN)
                .client(attempt.client())
                .detail(Details.AUTH_METHOD, "twostep_verify")
                .detail(Details.USERNAME, attempt.username());
        Outcome outcome = new AppSignIn(session, attempt).decide();
        if (outcome instanceof Outcome.Accepted accepted) {
            event.user(accepted.user()).detail(Details.CREDENTIAL_TYPE, accepted.credentialType());
            if (accepted.password() != null) {
                event.detail(Details.CREDENTIAL_ID, accepted.password().id());
            }
            event.success();
        } else if (outcome instanceof Outcome.Refused refused) {
            if (refused.user() != null) {
                event.user(refused.user());
            }
            event.error(refused.error());
        }
        return outcome;
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection()).event(type);
    }

    private String header(String name) {
        return text(session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(name));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
