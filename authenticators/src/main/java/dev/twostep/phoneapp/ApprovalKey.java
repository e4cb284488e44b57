package dev.twostep.phoneapp;

import dev.twostep.secret.P256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The public half of a key behind a phone's screen lock (WebAuthn): the phone signs with it only when it has recognised its owner. That it is such a key
 * nobody attests; that its owner was recognised says each {@link Assertion}.
 */
public final class ApprovalKey {

    /** By their numbers in COSE (RFC 8812, RFC 9053); what phones make. */
    public enum Algorithm {
        ES256(-7, "EC"),
        RS256(-257, "RSA");

        private final int number;
        private final String family;

        Algorithm(int number, String family) {
            this.number = number;
            this.family = family;
        }

        public int number() {
            return number;
        }

        static Optional<Algorithm> of(long number) {
            for (Algorithm each : values()) {
                if (each.number == number) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    /** WebAuthn, 4: a credential's id. */
    private static final int LONGEST_ID = 1023;

    private static final int SHORTEST_ID = 16;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 4096;
    private static final int LONGEST_KEY = 600;

    private final byte[] id;
    private final PublicKey key;
    private final Algorithm algorithm;

    private ApprovalKey(byte[] id, PublicKey key, Algorithm algorithm) {
        this.id = id;
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * Reads what a browser gives.
     *
     * @param id        the credential's id, 16 to 1023 bytes, base64url
     * @param publicKey SubjectPublicKeyInfo (RFC 5280, 4.1), base64url: a point on P-256, or an RSA key of 2048 to 4096 bits
     * @param algorithm its number in COSE
     */
    public static Optional<ApprovalKey> of(String id, String publicKey, long algorithm) {
        Optional<byte[]> idBytes = bytes(id, LONGEST_ID).filter(bytes -> bytes.length >= SHORTEST_ID);
        Optional<byte[]> keyBytes = bytes(publicKey, LONGEST_KEY);
        return idBytes.isPresent() && keyBytes.isPresent()
                ? Algorithm.of(algorithm).flatMap(known -> read(keyBytes.get(), known)
                        .map(key -> new ApprovalKey(idBytes.get(), key, known)))
                : Optional.empty();
    }

    private static Optional<PublicKey> read(byte[] written, Algorithm algorithm) {
        try {
            PublicKey key = KeyFactory.getInstance(algorithm.family).generatePublic(new X509EncodedKeySpec(written));
            return isStrong(key) && Arrays.equals(key.getEncoded(), written) ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
        }
        return key instanceof ECPublicKey point && P256.isOnCurve(point);
    }

    private static Optional<byte[]> bytes(String base64url, int most) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64url);
            return bytes.length <= most ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** base64url, without padding. */
    public String id() {
        return text(id);
    }

    public byte[] idBytes() {
        return id.clone();
    }

    /** SubjectPublicKeyInfo, base64url, without padding. */
    public String publicKey() {
        return text(key.getEncoded());
    }

    /** An {@link ECPublicKey} with ES256, an {@link RSAPublicKey} with RS256. */
    public PublicKey key() {
        return key;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApprovalKey that && Arrays.equals(id, that.id) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(id);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
