package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.Meters;
import dev.twostep.keycloak.SendQueue;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.keycloak.Transactions;
import dev.twostep.sms.Dispatcher;
import dev.twostep.sms.GatewayChain;
import dev.twostep.sms.PendingText;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SmsGateway;
import dev.twostep.sms.TextDelivery;
import dev.twostep.sms.TextMessage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Hands texts to the {@link SendQueue}; a worker sends them outside of every transaction. */
final class QueueDispatcher implements Dispatcher {

    private static final Logger LOG = Logger.getLogger(QueueDispatcher.class);

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final SendQueue queue;
    private final InstantSource clock;

    QueueDispatcher(KeycloakSessionFactory factory, String realmId, SendQueue queue, InstantSource clock) {
        this.factory = factory;
        this.realmId = realmId;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public boolean handOver(PendingText text) {
        return offer(() -> new TextDelivery(
                        new JpaTextCodeStore(factory, realmId),
                        claim -> Transactions.inNew(factory, realmId, session -> {
                            session.getProvider(ThrottleProvider.class).giveBack(claim);
                            return true;
                        }),
                        gateways(),
                        clock)
                .deliver(text));
    }

    @Override
    public boolean handOver(TextMessage notice) {
        return offer(() -> gateways().send(notice));
    }

    private boolean offer(Runnable work) {
        boolean taken = queue.offer(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "TWOSTEP-SMS-1: a text of realm %s could not be handled", realmId);
            }
        });
        if (!taken) {
            Meters.count("twostep_sms_sent", "gateway", "none", "outcome", "queue_full");
            LOG.warnf("TWOSTEP-SMS-2: the queue of texts is full, a text of realm %s was refused", realmId);
        }
        return taken;
    }

    private GatewayChain gateways() {
        return new GatewayChain(Transactions.inNew(factory, realmId, this::inOrder), this::observe);
    }

    private Map<String, SmsGateway> inOrder(KeycloakSession session) {
        Map<String, SmsGateway> gateways = new LinkedHashMap<>();
        for (String id : session.getProvider(SmsProvider.class).policy().gateways()) {
            SmsGateway gateway = session.getProvider(SmsGatewayProvider.class, id);
            if (gateway != null) {
                gateways.put(id, gateway);
            }
        }
        return gateways;
    }

    private void observe(String gateway, SendOutcome outcome) {
        Meters.count("twostep_sms_sent", "gateway", gateway, "outcome", outcome.label());
        LOG.debugf("text of realm %s to gateway %s: %s %s", realmId, gateway, outcome.label(), outcome.vendorCode());
    }
}
