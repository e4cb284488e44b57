package dev.twostep.push.webpush;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of a URL, in one spelling (RFC 6454). A host that different programs read in different ways has none: a name
 * with a dot at its end, and an IPv4 address that is not four plain decimal numbers.
 *
 * @param scheme http or https
 * @param host   in lower case; an IPv6 address in brackets
 * @param port   never the absence of one
 */
record Origin(String scheme, String host, int port) {

    static final String HTTPS = "https";
    static final int HTTPS_PORT = 443;

    private static final String HTTP = "http";
    private static final int HTTP_PORT = 80;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_NAME = 253;

    /** Some read such a host as an address, others look it up as a name (URL Standard, "ends in a number checker"). */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /** Empty if there is none, or if the URL has more to its authority than host and port. */
    static Optional<Origin> of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() == -1 ? defaultPort(scheme) : uri.getPort();
        boolean possible =
                (scheme.equals(HTTPS) || scheme.equals(HTTP)) && port > 0 && port <= LAST_PORT && isHost(host);
        return possible ? Optional.of(new Origin(scheme, host, port)) : Optional.empty();
    }

    static boolean isName(String host) {
        return host.length() <= LONGEST_NAME
                && NAME.matcher(host).matches()
                && !ENDS_IN_NUMBER.matcher(host).matches();
    }

    boolean isHttps() {
        return scheme.equals(HTTPS);
    }

    private static boolean isHost(String host) {
        return isName(host)
                || IPV4.matcher(host).matches()
                || IPV6.matcher(host).matches();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    }

    /** As a browser writes it: without the port that the scheme implies. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }
}
