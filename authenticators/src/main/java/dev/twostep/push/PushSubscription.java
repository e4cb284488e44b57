package dev.twostep.push;

import dev.twostep.secret.P256;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a phone can be woken, as its browser gave it (Push API, {@code PushSubscription.toJSON()}). Whoever knows the endpoint can send
 * to it, and with the keys in a way that the phone understands, so none of it prints.
 *
 * <p>Having one means that it is well formed. Whether its endpoint may be used says {@link PushSender#check}: it is an address that a
 * stranger chose for us to call.
 */
public final class PushSubscription {

    private static final int LONGEST_ENDPOINT = 2000;
    private static final int AUTH_BYTES = 16;
    /** No key that is longer in base64 is one of ours; what is longer is not looked at. */
    private static final int LONGEST_KEY = 100;

    private final URI endpoint;
    private final byte[] p256dh;
    private final byte[] authSecret;

    private PushSubscription(URI endpoint, byte[] p256dh, byte[] authSecret) {
        this.endpoint = endpoint;
        this.p256dh = p256dh;
        this.authSecret = authSecret;
    }

    /**
     * What a browser gives. Empty if anything about it is wrong; nobody learns what, because a browser gets it right.
     *
     * @param endpoint   an http or https URL with a host, without user or fragment, of at most 2000 characters, all of them ASCII
     * @param p256dh     a point on P-256, 65 bytes in base64url, with or without padding
     * @param authSecret 16 bytes in base64url, with or without padding
     */
    public static Optional<PushSubscription> read(String endpoint, String p256dh, String authSecret) {
        Optional<URI> url = url(endpoint);
        Optional<byte[]> key = bytes(p256dh).filter(point -> P256.read(point).isPresent());
        Optional<byte[]> auth = bytes(authSecret).filter(secret -> secret.length == AUTH_BYTES);
        return url.isPresent() && key.isPresent() && auth.isPresent()
                ? Optional.of(new PushSubscription(url.get(), key.get(), auth.get()))
                : Optional.empty();
    }

    public URI endpoint() {
        return endpoint;
    }

    /** The phone's public key, 65 bytes, a point on P-256. */
    public byte[] p256dh() {
        return p256dh.clone();
    }

    /** What the phone and we know and the push service does not, 16 bytes. */
    public byte[] authSecret() {
        return authSecret.clone();
    }

    @Override
    public String toString() {
        return "PushSubscription(•••)";
    }

    private static Optional<URI> url(String text) {
        if (text.length() > LONGEST_ENDPOINT || !text.chars().allMatch(PushSubscription::isVisibleAscii)) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            boolean usable = url.isAbsolute()
                    && url.getHost() != null
                    && isHttp(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
            return usable ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isVisibleAscii(int character) {
        return character > ' ' && character < 0x7f;
    }

    private static boolean isHttp(String scheme) {
        return scheme.equals("https") || scheme.equals("http");
    }

    private static Optional<byte[]> bytes(String base64url) {
        if (base64url.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        try {
            // The JDK takes both, and no padding that is wrong.
            return Optional.of(Base64.getUrlDecoder().decode(base64url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
