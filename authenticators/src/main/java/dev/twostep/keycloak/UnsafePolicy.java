package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.Transactions;
import dev.twostep.sms.SmsSetting;
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

/** Tells the admin that a realm's settings are not safe and not used: once a day by an event, always on the server info page. */
final class UnsafePolicy {

    private static final Logger LOG = Logger.getLogger(UnsafePolicy.class);
    private static final Duration SILENCE = Duration.ofDays(1);

    private final Map<String, String> namesByRealm = new ConcurrentHashMap<>();

    /** Takes note of what was wrong when a realm's policy was read; with nothing wrong, forgets what was. */
    void note(KeycloakSession session, List<SmsSetting> bad) {
        String realm = session.getContext().getRealm().getName();
        if (bad.isEmpty()) {
            namesByRealm.remove(realm);
            return;
        }
        report(session, bad);
    }

    /** For the server info page: what this node has read last, by realm. */
    Map<String, String> byRealm() {
        return new TreeMap<>(namesByRealm);
    }

    private void report(KeycloakSession session, List<SmsSetting> bad) {
        RealmModel realm = session.getContext().getRealm();
        String names = bad.stream().map(SmsSetting::key).sorted().collect(Collectors.joining(","));
        namesByRealm.put(realm.getName(), names);
        boolean first = Transactions.inNew(session, own -> own.singleUseObjects()
                .putIfAbsent("twostep.unsafe." + realm.getId() + "." + names, SILENCE.toSeconds()));
        if (first) {
            LOG.warnf(
                    "TWOSTEP-SMS-3: realm %s: these settings of required action %s are not safe and not used: %s",
                    realm.getName(), AddPhoneActionFactory.ID, names);
            Transactions.inNew(session, own -> {
                raise(own, names);
                return true;
            });
        }
    }

    private static void raise(KeycloakSession session, String names) {
        RealmModel realm = session.getContext().getRealm();
        AdminEvent event = new AdminEvent();
        event.setId(KeycloakModelUtils.generateId());
        event.setTime(Time.currentTimeMillis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setAuthDetails(new AuthDetails());
        event.setOperationType(OperationType.ACTION);
        event.setResourceTypeAsString("TWOSTEP_POLICY");
        event.setResourcePath("authentication/required-actions/" + AddPhoneActionFactory.ID + "/config");
        event.setError("unsafe_settings: " + names);
        if (realm.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(event, false);
        }
        realm.getEventsListenersStream()
                .map(id -> session.getProvider(EventListenerProvider.class, id))
                .filter(listener -> listener != null)
                .forEach(listener -> listener.onEvent(event, false));
    }
}
