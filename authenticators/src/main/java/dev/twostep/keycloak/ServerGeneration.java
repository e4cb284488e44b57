package dev.twostep.keycloak;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * What differs between the servers that Twostep runs in. Told by what the server has, not by its version number, which a vendor
 * may choose.
 */
public final class ServerGeneration {

    private static final int REALM_USER_CONNECTION_URI = 4;

    /** 26.5: {@code failedLogin} takes no category. 26.6 takes one and 26.7 a set of them. */
    private static final Optional<Method> WITHOUT_CATEGORY = Stream.of(BruteForceProtector.class.getMethods())
            .filter(method ->
                    method.getName().equals("failedLogin") && method.getParameterCount() == REALM_USER_CONNECTION_URI)
            .findFirst();

    private ServerGeneration() {}

    /** Until 26.6 the brute-force protector counts each failure of a flow, and forgets at the login's end, without us. */
    public static boolean isBefore26_6() {
        return WITHOUT_CATEGORY.isPresent();
    }

    /** {@code failedLogin} as it was before 26.6. */
    static void failedLogin(
            BruteForceProtector protector, RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri) {
        try {
            WITHOUT_CATEGORY.orElseThrow().invoke(protector, realm, user, connection, uri);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this server's brute-force protector has another interface", e);
        }
    }
}
