package dev.twostep.push.webpush;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells a push service who sends (RFC 8292), so that it can take notifications for a phone from us only, and has whom to write to. */
public final class Vapid {

    /** At most a day (section 2). Each notification has a token of its own, so this only has to outlive the clocks' differences. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"ES256\"}";

    private final VapidKey key;
    private final String subject;
    private final InstantSource clock;

    /**
     * @param subject where the push service's people find ours: a {@code mailto:} or {@code https:} address; Apple refuses to send without a
     *                plausible one
     * @throws IllegalArgumentException if the subject is something else
     */
    public Vapid(VapidKey key, String subject, InstantSource clock) {
        if (!isContact(subject)) {
            throw new IllegalArgumentException("subject: neither a mailto: nor an https: address");
        }
        this.key = key;
        this.subject = subject;
        this.clock = clock;
    }

    /** The value of the header {@code Authorization} for a push service, good for its origin only. */
    String authorization(Origin pushService) {
        String signed = base64(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims(pushService));
        String signature = base64(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
        return "vapid t=" + signed + "." + signature + ", k=" + key.applicationServerKey();
    }

    private byte[] claims(Origin pushService) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", pushService.toString());
        claims.put("exp", clock.instant().plus(LIFETIME).getEpochSecond());
        claims.put("sub", subject);
        try {
            return JSON.writeValueAsBytes(claims);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("text and a number are JSON", impossible);
        }
    }

    private static boolean isContact(String subject) {
        try {
            URI uri = new URI(subject);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return scheme.equals("mailto") || (scheme.equals("https") && uri.getHost() != null);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
