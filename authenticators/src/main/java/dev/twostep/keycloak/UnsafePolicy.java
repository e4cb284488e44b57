package dev.twostep.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Tells the admin that settings in a required action's configuration are not safe and not used: once a day by an event, always
 * on the server info page. The admin console refuses such settings, but import and REST do not ask.
 */
public final class UnsafePolicy {

    private static final Logger LOG = Logger.getLogger(UnsafePolicy.class);
    private static final Duration SILENCE = Duration.ofDays(1);

    private final Map<String, String> keysByRealm = new ConcurrentHashMap<>();
    private final String action;

    /** @param action the required action whose configuration it is */
    public UnsafePolicy(String action) {
        this.action = action;
    }

    /**
     * Takes note of what was wrong when the policy of the realm in context was read; with nothing wrong, forgets what was.
     *
     * @param bad keys whose value is not used
     */
    public void note(KeycloakSession session, List<String> bad) {
        String realm = session.getContext().getRealm().getName();
        if (bad.isEmpty()) {
            keysByRealm.remove(realm);
            return;
        }
        report(session, bad);
    }

    /** For the server info page: what this node has read last, one line for each realm. */
    public Map<String, String> operationalInfo() {
        Map<String, String> lines = new TreeMap<>();
        keysByRealm.forEach((realm, keys) -> lines.put("unsafe settings, not used, of realm " + realm, keys));
        return lines;
    }

    private void report(KeycloakSession session, List<String> bad) {
        RealmModel realm = session.getContext().getRealm();
        String keys = bad.stream().sorted().collect(Collectors.joining(","));
        keysByRealm.put(realm.getName(), keys);
        boolean first = Transactions.inNew(session, own -> own.singleUseObjects()
                .putIfAbsent(
                        "twostep.unsafe." + realm.getId() + "." + action + "." + Integer.toHexString(keys.hashCode()),
                        SILENCE.toSeconds()));
        if (first) {
            LOG.warnf(
                    "TWOSTEP-POLICY-1: realm %s: these settings of required action %s are not safe and not used: %s",
                    realm.getName(), action, keys);
            Transactions.inNew(session, own -> {
                raise(own, keys);
                return true;
            });
        }
    }

    private void raise(KeycloakSession session, String keys) {
        RealmModel realm = session.getContext().getRealm();
        AdminEvent event = new AdminEvent();
        event.setId(KeycloakModelUtils.generateId());
        event.setTime(Time.currentTimeMillis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setAuthDetails(new AuthDetails());
        event.setOperationType(OperationType.ACTION);
        event.setResourceTypeAsString("TWOSTEP_POLICY");
        event.setResourcePath("authentication/required-actions/" + action + "/config");
        event.setError("unsafe_settings: " + keys);
        if (realm.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(event, false);
        }
        realm.getEventsListenersStream()
                .map(id -> session.getProvider(EventListenerProvider.class, id))
                .filter(listener -> listener != null)
                .forEach(listener -> listener.onEvent(event, false));
    }
}
