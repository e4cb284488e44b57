package dev.twostep.phoneapp;

import java.net.URI;
import java.util.Locale;

/**
 * For whom the keys behind phones' screen locks are: the address under which phones know the server.
 *
 * @param id     its host; a browser uses a key for the host that it was made for
 * @param origin as browsers write it (HTML, 7.1.1)
 */
public record RelyingParty(String id, String origin) {

    /** @param frontend any address of the server as phones see it */
    public static RelyingParty of(URI frontend) {
        String scheme = frontend.getScheme().toLowerCase(Locale.ROOT);
        String host = frontend.getHost().toLowerCase(Locale.ROOT);
        int port = frontend.getPort();
        boolean usual = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        return new RelyingParty(host, scheme + "://" + host + (usual ? "" : ":" + port));
    }
}
