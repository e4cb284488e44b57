package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.keycloak.AppSignIn.Attempt;
import dev.twostep.apppassword.keycloak.AppSignIn.Outcome;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The answer that nginx's {@code auth_request} understands. The proxy's own credentials stand in Authorization, the user's beside it. */
public final class NginxResource {

    static final String USER_AUTHORIZATION = "X-Twostep-Authorization";
    static final String ADDRESS = "X-Twostep-Address";
    static final String AGENT = "X-Twostep-Agent";
    static final String SUBJECT = "X-Twostep-Subject";
    static final String REMOTE_USER = "Remote-User";
    static final String REMOTE_EMAIL = "Remote-Email";

    /** For how long nginx may keep an answer, if it is told to keep any: less than it may take until a revocation is felt everywhere. */
    private static final int SECONDS = 30;

    private static final String NO_STORE = "no-store";

    private final KeycloakSession session;

    NginxResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response answer() {
        AskingServer server = new AskingServer(session);
        Optional<ClientModel> client = server.authenticated().filter(server::isMarked);
        if (client.isEmpty()) {
            // not 401: nginx would ask the user again and again for what the proxy has wrong
            return Response.status(Response.Status.FORBIDDEN)
                    .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .build();
        }
        Optional<BasicCredentials> credentials = BasicCredentials.read(header(USER_AUTHORIZATION));
        if (credentials.isEmpty()) {
            return askAgain();
        }
        Outcome outcome = server.ask(new Attempt(
                client.get(),
                credentials.get().username().strip(),
                credentials.get().password().reveal(),
                "",
                header(ADDRESS),
                header(AGENT)));
        return outcome instanceof Outcome.Accepted accepted ? passOn(accepted.user()) : askAgain();
    }

    private static Response passOn(UserModel user) {
        Response.ResponseBuilder response = Response.ok("", MediaType.TEXT_PLAIN_TYPE)
                .header(REMOTE_USER, HeaderText.of(user.getUsername()))
                .header(SUBJECT, HeaderText.of(user.getId()))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header("X-Accel-Expires", SECONDS);
        if (user.isEmailVerified() && user.getEmail() != null) {
            response.header(REMOTE_EMAIL, HeaderText.of(user.getEmail()));
        }
        return response.build();
    }

    private Response askAgain() {
        String realm = session.getContext().getRealm().getName();
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + HeaderText.of(realm) + "\", charset=\"UTF-8\"")
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    private String header(String name) {
        return Objects.requireNonNullElse(
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(name), "");
    }
}
