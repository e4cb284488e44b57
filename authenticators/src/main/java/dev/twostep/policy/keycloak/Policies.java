package dev.twostep.policy.keycloak;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The configurations of our required actions, by alias. */
final class Policies {

    private static final String OURS = "twostep-";

    private Policies() {}

    /** Those of the realm that an admin request is about; nothing for any other request, and for none at all. */
    static Map<String, Map<String, String>> before(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        Map<String, Map<String, String>> policies = new HashMap<>();
        if (realm != null && session.getContext().getBearerToken() != null) {
            realm.getRequiredActionProvidersStream()
                    .filter(action -> action.getAlias().startsWith(OURS))
                    .forEach(action -> policies.put(action.getAlias(), of(action)));
        }
        return policies;
    }

    /** A copy: the model's own map changes with the model. */
    static Map<String, String> of(RequiredActionProviderModel action) {
        return action.getConfig() == null ? Map.of() : new HashMap<>(action.getConfig());
    }
}
