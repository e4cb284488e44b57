package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import dev.twostep.keycloak.WaitingRoom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@code /realms/{realm}/twostep/devices}; keeps the browsers that wait for a phone to be paired. */
public final class DevicesPageFactory implements PageProviderFactory {

    private @Nullable WaitingRoom room;

    @Override
    public String getId() {
        return "devices";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new DevicesResource(session, Objects.requireNonNull(room));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        room = new WaitingRoom("twostep-pairings", ids -> JpaPairingStore.unmoved(factory, ids));
    }

    @Override
    public void close() {
        if (room != null) {
            room.close();
        }
    }
}
