package dev.twostep.push;

import java.time.Duration;

/**
 * Port: wakes one phone.
 *
 * <p>Implementations are safe for use by many threads, answer within five seconds, never send a notification twice, follow nobody's
 * redirects, and report every failure as a {@link PushOutcome} without a word in the log: the caller counts outcomes.
 *
 * <p>The adapter here speaks Web Push, which UnifiedPush speaks too. One for Google's or Apple's own service (FCM, APNs) knows the
 * phone by a token: it comes with a kind of subscription of its own, with {@code PushSubscription} becoming the sealed parent
 * of both, and translates its service's errors once: {@code UNREGISTERED} and {@code BadDeviceToken} are {@link PushOutcome#GONE},
 * quota is {@link PushOutcome#BUSY}, what is wrong with our credentials is {@link PushOutcome#REFUSED}.
 */
public interface PushSender {

    /** What fits every push service, when all notifications are padded to one length. */
    int LONGEST_PAYLOAD = 1023;

    /**
     * Hands over a notification.
     *
     * @param payload what the phone gets, at most {@link #LONGEST_PAYLOAD} bytes; no secret, though the push service cannot read it
     * @param ttl     how long the push service may keep it for a phone that is away; not longer than what it tells of
     * @throws IllegalArgumentException if the payload is too long
     */
    PushOutcome send(PushSubscription to, byte[] payload, Duration ttl);

    /**
     * Whether {@link #send} would send there, without sending: for refusing a subscription before it is kept. It may look up a name, and
     * takes no longer than sending.
     */
    EndpointCheck check(PushSubscription to);
}
