package dev.twostep.apppassword.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * Where an app connects from and what it calls itself, as the request to the token endpoint says it. Dovecot asks for somebody else and tells for whom
 * ({@code send_auth_headers}). All of it is only ever shown to the user.
 */
record AppOrigin(String address, String agent) {

    private static final String DOVECOT_REMOTE = "X-Dovecot-Auth-Remote";
    private static final String DOVECOT_SERVICE = "X-Dovecot-Auth-Service";

    static AppOrigin of(KeycloakSession session, HttpRequest request, ClientModel client) {
        String remote = header(request, DOVECOT_REMOTE);
        if (client.isPublicClient() || remote.isEmpty()) {
            return new AppOrigin(
                    session.getContext().getConnection().getRemoteHost(), header(request, HttpHeaders.USER_AGENT));
        }
        return new AppOrigin(withoutPort(remote), header(request, DOVECOT_SERVICE));
    }

    /** {@code 192.0.2.7:50123}, and for IPv6 the same with more colons. */
    private static String withoutPort(String remote) {
        int colon = remote.lastIndexOf(':');
        return colon < 0 ? remote : remote.substring(0, colon);
    }

    private static String header(HttpRequest request, String name) {
        return Objects.requireNonNullElse(request.getHttpHeaders().getHeaderString(name), "");
    }
}
