package dev.twostep.keycloak;

import java.util.stream.Stream;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * What differs between the servers that Twostep runs in. Told by what the server has, not by its version number, which a vendor
 * may choose.
 */
public final class ServerGeneration {

    private static final int REALM_USER_CONNECTION_URI = 4;

    /** 26.5: {@code failedLogin} takes no category. 26.6 takes one and 26.7 a set of them. */
    private static final boolean BEFORE_26_6 = Stream.of(BruteForceProtector.class.getMethods())
            .anyMatch(method ->
                    method.getName().equals("failedLogin") && method.getParameterCount() == REALM_USER_CONNECTION_URI);

    private ServerGeneration() {}

    /**
     * Until 26.6 the brute-force protector counts each failure of a flow, and forgets at the login's end, without us; and the
     * direct grant answers a wrong password with 401 instead of 400.
     */
    public static boolean isBefore26_6() {
        return BEFORE_26_6;
    }
}
