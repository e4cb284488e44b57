package dev.twostep.push.webpush;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses may be called, as far as their spelling tells: https on its own port, and a host that everybody reads in the same
 * way. What an admin lists widens or narrows that:
 *
 * <ul>
 *   <li>an origin, such as {@code https://push.example:8443} or {@code http://localhost:9999}, is trusted: it may be called whatever
 *       its scheme, port and address. For a push service of one's own, and for tests.
 *   <li>a host, such as {@code updates.push.services.mozilla.com} or {@code *.notify.windows.com}, is merely listed: the rules hold for
 *       it. Useful together with {@code onlyListed}.
 * </ul>
 *
 * Another port than 443 has to be listed, because a URL with a port of its choice makes us a port scanner.
 */
public final class EndpointRules {

    private static final String ANY_BELOW = "*.";

    private final Set<Origin> trusted = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();
    private final boolean onlyListed;

    private EndpointRules(boolean onlyListed) {
        this.onlyListed = onlyListed;
    }

    /** Every push service on the public internet. */
    public static EndpointRules anyPublic() {
        return new EndpointRules(false);
    }

    /**
     * @param setting    the setting's name, for the exception
     * @param listed     origins and hosts as above; may be empty
     * @param onlyListed whether nothing else may be called
     * @throws IllegalArgumentException if one is neither; the message begins with the setting's name
     */
    public static EndpointRules of(String setting, Collection<String> listed, boolean onlyListed) {
        EndpointRules rules = new EndpointRules(onlyListed);
        for (String entry : listed) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (text.contains("://")) {
                rules.trusted.add(origin(setting, text));
            } else {
                rules.hosts.add(host(setting, text));
            }
        }
        return rules;
    }

    /** Where a notification for this endpoint goes, or empty if it goes nowhere. */
    Optional<Destination> destination(URI endpoint) {
        return Origin.of(endpoint)
                .filter(origin -> endpoint.getRawFragment() == null)
                .flatMap(this::destination);
    }

    private Optional<Destination> destination(Origin origin) {
        if (trusted.contains(origin)) {
            return Optional.of(new Destination(origin, true));
        }
        boolean allowed =
                origin.isHttps() && origin.port() == Origin.HTTPS_PORT && (!onlyListed || isListed(origin.host()));
        return allowed ? Optional.of(new Destination(origin, false)) : Optional.empty();
    }

    private boolean isListed(String host) {
        return hosts.stream()
                .anyMatch(listed -> listed.startsWith(ANY_BELOW)
                        ? host.endsWith(listed.substring(ANY_BELOW.length() - 1))
                        : host.equals(listed));
    }

    private static Origin origin(String setting, String text) {
        try {
            URI uri = new URI(text);
            boolean bare = (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return Origin.of(uri)
                    .filter(origin -> bare)
                    .orElseThrow(() -> new IllegalArgumentException(setting + ": not an origin"));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(setting + ": not an origin");
        }
    }

    private static String host(String setting, String text) {
        String name = text.startsWith(ANY_BELOW) ? text.substring(ANY_BELOW.length()) : text;
        if (!Origin.isName(name)) {
            throw new IllegalArgumentException(setting + ": neither an origin nor the name of a host");
        }
        return text;
    }
}
