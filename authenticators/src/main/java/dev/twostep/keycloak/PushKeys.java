package dev.twostep.keycloak;

import dev.twostep.push.webpush.VapidKey;
import dev.twostep.secret.P256;
import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.models.KeycloakSession;

/**
 * The keys by which push services know the realm (RFC 8292). Each is derived from one of the realm's own keys, so it is stored nowhere, all nodes have the
 * same, and it is there as long as the realm keeps that key.
 */
public final class PushKeys {

    private static final String USE = "web-push";

    private PushKeys() {}

    /** For new subscriptions. */
    public static VapidKey current(KeycloakSession session) {
        return of(session, currentId(session)).orElseThrow();
    }

    public static String currentId(KeycloakSession session) {
        return new RealmKeys(session).hmac(USE, "").keyId();
    }

    /** Empty if the realm no longer has the key: the push service would not know the server. */
    public static Optional<VapidKey> of(KeycloakSession session, String keyId) {
        RealmKeys keys = new RealmKeys(session);
        Optional<byte[]> high = keys.hmac(keyId, USE, "1");
        Optional<byte[]> low = keys.hmac(keyId, USE, "2");
        return high.isEmpty() || low.isEmpty() ? Optional.empty() : Optional.of(key(high.get(), low.get()));
    }

    /** Out of twice as many bits as a private key has, so that none is likelier than another. */
    private static VapidKey key(byte[] high, byte[] low) {
        BigInteger number =
                new BigInteger(1, high).shiftLeft(low.length * Byte.SIZE).or(new BigInteger(1, low));
        ECPrivateKey privateKey = P256.privateKey(number);
        ECPublicKey publicKey =
                CryptoIntegration.getProvider().getEcdsaCryptoProvider().getPublicFromPrivate(privateKey);
        return new VapidKey(privateKey, publicKey);
    }
}
