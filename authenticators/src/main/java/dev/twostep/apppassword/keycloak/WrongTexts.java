package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.Transactions;
import java.math.BigInteger;
import java.time.Duration;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Tells a guess from an app that sends the same wrong password again and again, as mail programs do for days after it was changed or ended. The
 * same text is no second guess, and must not lock its owner out.
 *
 * <p>The text may be the account password, so all that is remembered of it are 20 bits of a keyed hash: enough that a guess in a million
 * goes uncounted, too few to find a password by.
 */
final class WrongTexts {

    private static final Duration MEMORY = Duration.ofHours(12);
    private static final int BITS = 20;

    private WrongTexts() {}

    /** Whether this client has not sent this wrong text for this user of late; the first to ask is told so, on whatever node. */
    static boolean isNew(KeycloakSession session, UserModel user, ClientModel client, String text) {
        byte[] mac = new RealmKeys(session)
                .hmac("wrong-password", user.getId() + "|" + text)
                .mac();
        int few =
                new BigInteger(1, mac).shiftRight(mac.length * Byte.SIZE - BITS).intValue();
        String key = "twostep.wrong." + user.getId() + "." + client.getId() + "." + few;
        return Transactions.inNew(session, own -> own.singleUseObjects().putIfAbsent(key, MEMORY.toSeconds()));
    }
}
