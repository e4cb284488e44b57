package dev.twostep.apppassword.keycloak;

import dev.twostep.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Username and password of the Basic scheme (RFC 7617), in UTF-8. */
record BasicCredentials(String username, Secret password) {

    private static final String SCHEME = "basic ";
    /** Longer ones are nobody's. */
    private static final int MOST = 2_000;

    static Optional<BasicCredentials> read(String header) {
        if (header.length() > MOST || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(pair.substring(0, colon), Secret.of(pair.substring(colon + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
