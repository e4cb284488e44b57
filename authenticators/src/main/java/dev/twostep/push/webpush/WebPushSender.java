package dev.twostep.push.webpush;

import dev.twostep.push.EndpointCheck;
import dev.twostep.push.PushOutcome;
import dev.twostep.push.PushSender;
import dev.twostep.push.PushSubscription;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/** Sends by Web Push in the name of one key. It is light: what is costly is the {@link WebPushLine}, which many can share. */
public final class WebPushSender implements PushSender {

    private final WebPushLine line;
    private final Vapid vapid;
    private final WebPushEncryption encryption;

    public WebPushSender(WebPushLine line, Vapid vapid, SecureRandom random) {
        this.line = line;
        this.vapid = vapid;
        this.encryption = new WebPushEncryption(random);
    }

    @Override
    public PushOutcome send(PushSubscription to, byte[] payload, Duration ttl) {
        byte[] body = encryption.encrypt(to, payload);
        return line.destination(to.endpoint())
                .map(destination -> line.post(destination, to.endpoint(), headers(destination.origin(), ttl), body))
                .orElse(PushOutcome.FORBIDDEN);
    }

    @Override
    public EndpointCheck check(PushSubscription to) {
        return line.check(to.endpoint());
    }

    /** RFC 8030, section 5. Urgency: the phone is woken even when it saves its battery, because somebody is waiting. */
    private Map<String, String> headers(Origin pushService, Duration ttl) {
        return Map.of(
                "TTL", Long.toString(Math.max(0, ttl.toSeconds())),
                "Urgency", "high",
                "Content-Type", "application/octet-stream",
                "Content-Encoding", "aes128gcm",
                "Authorization", vapid.authorization(pushService),
                "User-Agent", "Twostep");
    }
}
