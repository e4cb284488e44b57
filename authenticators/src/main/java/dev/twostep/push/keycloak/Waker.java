package dev.twostep.push.keycloak;

import dev.twostep.keycloak.Meters;
import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.PhonesProvider.Wake;
import dev.twostep.keycloak.PushKeys;
import dev.twostep.keycloak.SendQueue;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.Transactions;
import dev.twostep.phoneapp.Phone;
import dev.twostep.push.EndpointCheck;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.PushOutcome;
import dev.twostep.push.PushSender;
import dev.twostep.push.PushSubscription;
import dev.twostep.push.webpush.Vapid;
import dev.twostep.push.webpush.VapidKey;
import dev.twostep.push.webpush.WebPushLine;
import dev.twostep.push.webpush.WebPushSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** Wakes phones (P3), on threads of its own, so that no page waits for a push service. What it says is nothing that anybody could use. */
final class Waker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Waker.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSessionFactory factory;
    private final WebPushLine line;
    private final String subject;
    private final SendQueue queue;

    /** @param subject whom a push service can ask about us (RFC 8292, 2.1) */
    Waker(KeycloakSessionFactory factory, WebPushLine line, String subject, SendQueue queue) {
        this.factory = factory;
        this.line = line;
        this.subject = subject;
        this.queue = queue;
    }

    EndpointCheck check(PushSubscription subscription) {
        return new WebPushSender(line, new Vapid(VapidKey.generate(RANDOM), subject, Source.CLOCK), RANDOM)
                .check(subscription);
    }

    /** Whether at least one phone will be woken. */
    boolean wake(KeycloakSession session, UserModel user, LoginRequest request) {
        PhonesProvider phones = session.getProvider(PhonesProvider.class);
        byte[] payload = payload(session.getContext().getRealm().getName(), request);
        boolean any = false;
        for (Phone phone : phones.of(user)) {
            Optional<Wake> wake = phones.wake(user, phone.id());
            Optional<VapidKey> key = wake.flatMap(known -> PushKeys.of(session, known.keyId()));
            if (key.isPresent()) {
                any |= handOver(session, user, phone.id(), wake.get().subscription(), key.get(), payload, request);
            }
        }
        return any;
    }

    private boolean handOver(
            KeycloakSession session,
            UserModel user,
            String phone,
            PushSubscription subscription,
            VapidKey key,
            byte[] payload,
            LoginRequest request) {
        PushSender sender = new WebPushSender(line, new Vapid(key, subject, Source.CLOCK), RANDOM);
        String realmId = session.getContext().getRealm().getId();
        String userId = user.getId();
        boolean taken = queue.offer(() -> send(sender, subscription, payload, request, realmId, userId, phone));
        if (!taken) {
            count("queue_full");
        }
        return taken;
    }

    private void send(
            PushSender sender,
            PushSubscription subscription,
            byte[] payload,
            LoginRequest request,
            String realmId,
            String userId,
            String phone) {
        try {
            Duration left = Duration.between(Source.CLOCK.instant(), request.expiresAt());
            if (left.isNegative() || left.isZero()) {
                count("too_late");
                return;
            }
            PushOutcome outcome = sender.send(subscription, payload, left);
            count(outcome.label());
            if (outcome == PushOutcome.GONE) {
                drop(realmId, userId, phone);
            }
        } catch (RuntimeException failed) {
            count("failed");
            LOG.warnf(
                    "TWOSTEP-PUSH-1: a notification of realm %s could not be sent: %s",
                    realmId, failed.getClass().getSimpleName());
        }
    }

    private void drop(String realmId, String userId, String phone) {
        Transactions.inNew(factory, realmId, session -> {
            UserModel user = session.users().getUserById(session.getContext().getRealm(), userId);
            if (user != null) {
                session.getProvider(PhonesProvider.class).dropSubscription(user, phone);
            }
            return true;
        });
    }

    private static byte[] payload(String realm, LoginRequest request) {
        try {
            return JsonSerialization.writeValueAsBytes(Map.of(
                    "type",
                    "login-request",
                    "realm",
                    realm,
                    "id",
                    request.id(),
                    "expires",
                    request.expiresAt().getEpochSecond()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void count(String outcome) {
        Meters.count("twostep_push_sent", "outcome", outcome);
    }

    @Override
    public void close() {
        queue.close();
        line.close();
    }
}
