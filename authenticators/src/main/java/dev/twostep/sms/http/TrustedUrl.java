package dev.twostep.sms.http;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether codes and credentials may go to a URL: over https, or not further than this machine. */
public final class TrustedUrl {

    private TrustedUrl() {}

    /**
     * @param setting      the setting's name, for the exception
     * @param plainAllowed whether unencrypted http is allowed to other machines too
     * @throws IllegalArgumentException if the URL may not be used; the message does not repeat it
     */
    public static URI of(String setting, String url, boolean plainAllowed) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": not a URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(setting + ": not an absolute URL");
        }
        boolean plain = scheme.equals("http") && (plainAllowed || isLoopback(uri.getHost()));
        if (!plain && !scheme.equals("https")) {
            throw new IllegalArgumentException(setting + ": not an https URL");
        }
        return uri;
    }

    /** By its spelling alone: a name could point elsewhere tomorrow. */
    private static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("[::1]")
                        || host.matches("127(\\.[0-9]{1,3}){3}"));
    }
}
