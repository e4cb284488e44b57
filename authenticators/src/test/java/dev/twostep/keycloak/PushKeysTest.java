package dev.twostep.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.push.webpush.VapidKey;
import dev.twostep.secret.KeyedHash;
import dev.twostep.secret.P256;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.common.crypto.CryptoProvider;
import org.keycloak.common.crypto.ECDSACryptoProvider;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** With the realm's keys in a map, and the test's own multiplication on the curve in place of Keycloak's. */
final class PushKeysTest {

    private final Map<String, KeyWrapper> keys = new HashMap<>();
    private String active = "";
    private final KeycloakSession session = session();

    @BeforeEach
    void begin() {
        ECDSACryptoProvider curve = stub(
                ECDSACryptoProvider.class, Map.of("getPublicFromPrivate", asked -> publicKey((ECPrivateKey) asked[0])));
        CryptoIntegration.setProvider(stub(CryptoProvider.class, Map.of("getEcdsaCryptoProvider", asked -> curve)));
        add("key-1");
    }

    @AfterEach
    void end() {
        CryptoIntegration.setProvider(null);
    }

    @Test
    @DisplayName("P3: the key is 512 bits of the realm's keyed hash, reduced to what a private key can be")
    void derived() {
        KeyedHash hash = new KeyedHash("secret of key-1".getBytes(StandardCharsets.US_ASCII), "");
        BigInteger number = new BigInteger(1, hash.of("web-push", "1"))
                .multiply(BigInteger.TWO.pow(256))
                .add(new BigInteger(1, hash.of("web-push", "2")));

        assertThat(PushKeys.current(session).applicationServerKey())
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(P256.write(publicKey(P256.privateKey(number)))));
    }

    @Test
    @DisplayName("P3: a phone's key stays the same while the realm keeps its own, also after a new one was made")
    void rotated() {
        String before = PushKeys.current(session).applicationServerKey();
        assertThat(PushKeys.currentId(session)).isEqualTo("key-1");
        add("key-2");

        assertThat(PushKeys.currentId(session)).isEqualTo("key-2");
        assertThat(PushKeys.current(session).applicationServerKey()).isNotEqualTo(before);
        assertThat(PushKeys.of(session, "key-1").map(VapidKey::applicationServerKey))
                .contains(before);
    }

    @Test
    @DisplayName("P3: with the realm's key, the phone's is gone")
    void gone() {
        assertThat(PushKeys.of(session, "key-0")).isEmpty();
        keys.remove("key-1");
        assertThat(PushKeys.of(session, "key-1")).isEmpty();
    }

    private void add(String id) {
        KeyWrapper key = new KeyWrapper();
        key.setKid(id);
        key.setSecretKey(new SecretKeySpec(("secret of " + id).getBytes(StandardCharsets.US_ASCII), "HmacSHA512"));
        keys.put(id, key);
        active = id;
    }

    private KeycloakSession session() {
        RealmModel realm = stub(RealmModel.class, Map.of());
        KeycloakContext context = stub(KeycloakContext.class, Map.of("getRealm", asked -> realm));
        KeyManager manager = stub(
                KeyManager.class,
                Map.of("getActiveKey", asked -> keys.get(active), "getKey", asked -> keys.get((String) asked[1])));
        return stub(KeycloakSession.class, Map.of("getContext", asked -> context, "keys", asked -> manager));
    }

    /** Answers what it is asked by name, and nothing else. */
    private static <T> T stub(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return answer.apply(arguments);
                }));
    }

    private static ECPublicKey publicKey(ECPrivateKey key) {
        try {
            ECPoint point = times(key.getS(), key.getParams());
            return (ECPublicKey)
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, key.getParams()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many times the base point: doubles for each bit, and adds for each that is set. */
    private static ECPoint times(BigInteger number, ECParameterSpec curve) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = plus(sum, sum, curve);
            sum = number.testBit(bit) ? plus(sum, curve.getGenerator(), curve) : sum;
        }
        return sum;
    }

    private static ECPoint plus(ECPoint one, ECPoint other, ECParameterSpec curve) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger x = one.getAffineX();
        BigInteger y = one.getAffineY();
        BigInteger slope = one.equals(other)
                ? x.pow(2)
                        .multiply(BigInteger.valueOf(3))
                        .add(curve.getCurve().getA())
                        .multiply(y.shiftLeft(1).modInverse(p))
                : other.getAffineY()
                        .subtract(y)
                        .multiply(other.getAffineX().subtract(x).modInverse(p));
        BigInteger sumX = slope.pow(2).subtract(x).subtract(other.getAffineX()).mod(p);
        return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(p));
    }
}
