package dev.twostep.push.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import dev.twostep.keycloak.WaitingRoom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@code /realms/{realm}/twostep/login-requests}; keeps the browsers that wait for a phone's answer. */
public final class LoginRequestsPageFactory implements PageProviderFactory {

    private @Nullable WaitingRoom room;

    @Override
    public String getId() {
        return "login-requests";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new LoginRequestsResource(session, Objects.requireNonNull(room));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        room = new WaitingRoom("twostep-login-requests", ids -> JpaLoginRequestStore.pending(factory, ids));
    }

    @Override
    public void close() {
        if (room != null) {
            room.close();
        }
    }
}
