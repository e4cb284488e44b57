package dev.twostep.apppassword.keycloak;

import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** What servers ask that get a user's password: mail, WebDAV, proxies (A2). */
public final class AppPasswordsResource {

    private final KeycloakSession session;

    AppPasswordsResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("verify")
    public VerifyResource verify() {
        return new VerifyResource(session);
    }

    @Path("nginx")
    public NginxResource nginx() {
        return new NginxResource(session);
    }
}
