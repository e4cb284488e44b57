package dev.twostep.apppassword.keycloak;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What people call a client. */
final class ClientName {

    private ClientName() {}

    static String of(ClientModel client) {
        String name = client.getName();
        // ${…} is a key of the theme's messages, which only Keycloak's own clients have
        return name == null || name.isBlank() || name.startsWith("${") ? client.getClientId() : name;
    }

    /** @param id Keycloak's own id of the client, which is all that is left to say if the client was removed */
    static String of(KeycloakSession session, String id) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.getClientById(id);
        return client == null ? id : of(client);
    }
}
