package dev.twostep.sms.keycloak;

import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.outbox.Outbox;
import dev.twostep.sms.outbox.OutboxGateway;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderFactory;

/**
 * The gateway {@code outbox}. It shows codes to whoever asks, so it exists in dev mode only: a server that is built for
 * production does not know it, and because Keycloak asks {@link #isSupported} only while it is built, each use asks again.
 */
public final class OutboxGatewayFactory implements SmsGatewayProviderFactory, EnvironmentDependentProviderFactory {

    static final String ID = "outbox";

    private final ConcurrentMap<String, Outbox> outboxes = new ConcurrentHashMap<>();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return Environment.isDevMode();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public SmsGatewayProvider create(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        if (!Environment.isDevMode() || realm == null) {
            return message -> new SendOutcome.Refused(Refusal.MISCONFIGURED, "dev-mode-only");
        }
        return new OutboxGateway(outboxOf(realm))::send;
    }

    /** The realm's outbox; empty outside dev mode and where the realm's policy does not name the gateway. */
    static Optional<Outbox> outbox(KeycloakSession session) {
        ProviderFactory<SmsGatewayProvider> factory =
                session.getKeycloakSessionFactory().getProviderFactory(SmsGatewayProvider.class, ID);
        if (factory instanceof OutboxGatewayFactory known
                && Environment.isDevMode()
                && session.getProvider(SmsProvider.class).policy().gateways().contains(ID)) {
            return Optional.of(known.outboxOf(session.getContext().getRealm()));
        }
        return Optional.empty();
    }

    private Outbox outboxOf(RealmModel realm) {
        return outboxes.computeIfAbsent(realm.getId(), id -> new Outbox(InstantSource.system()));
    }
}
