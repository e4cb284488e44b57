package dev.twostep.policy.keycloak;

import java.io.IOException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.Token;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * Keeps a policy when somebody only switches its required action on, off or to default. Keycloak 26.7.3 writes an action whole,
 * and its admin console sends the action as it was when the page was loaded: after saving the settings in the form, a click on
 * a switch of the same page writes the old settings back, without a word, and after “Clear” it brings the cleared ones
 * back. A script that leaves the configuration out wipes it.
 *
 * <p>So a configuration that comes with the whole action counts only if somebody meant it: the admin console never does (its form
 * saves to another address), every other client does if it sends one. What was there before is read when the request
 * begins and put back in the request's own transaction, so no node can see anything else, and nothing has to be
 * remembered between requests.
 */
final class PolicyKeeper implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(PolicyKeeper.class);
    private static final String ACTIONS = "authentication/required-actions/";

    private final KeycloakSession session;
    private final Map<String, Map<String, String>> before;

    PolicyKeeper(KeycloakSession session, Map<String, Map<String, String>> before) {
        this.session = session;
        this.before = before;
    }

    @Override
    public void onEvent(Event event) {
        // what users do changes no policy
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.REQUIRED_ACTION
                && event.getOperationType() == OperationType.UPDATE
                && event.getResourcePath().startsWith(ACTIONS)
                && (byConsole() || !brings(event))) {
            keep(event.getResourcePath().substring(ACTIONS.length()));
        }
    }

    private void keep(String alias) {
        RealmModel realm = session.getContext().getRealm();
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias);
        Map<String, String> kept = before.get(alias);
        if (action != null && kept != null && !kept.equals(Policies.of(action))) {
            action.setConfig(kept);
            realm.updateRequiredActionProvider(action);
            LOG.infof(
                    "TWOSTEP-POLICY-2: realm %s: kept the settings of required action %s, which was updated with older"
                            + " ones or none",
                    realm.getName(), alias);
        }
    }

    /** The console's own client; a token says for whom it was issued, whatever realm the admin is in. */
    private boolean byConsole() {
        Token token = session.getContext().getBearerToken();
        return token instanceof JsonWebToken jwt && Constants.ADMIN_CONSOLE_CLIENT_ID.equals(jwt.getIssuedFor());
    }

    /** Whether the action came with a configuration, an empty one included. */
    private static boolean brings(AdminEvent event) {
        try {
            return event.getRepresentation() != null
                    && JsonSerialization.readValue(
                                            event.getRepresentation(), RequiredActionProviderRepresentation.class)
                                    .getConfig()
                            != null;
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak wrote this JSON itself", e);
        }
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
