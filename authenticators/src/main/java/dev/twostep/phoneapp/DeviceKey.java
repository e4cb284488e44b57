package dev.twostep.phoneapp;

import dev.twostep.secret.P256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The public half of a key that a phone made: a point of the curve P-256. The phone's id and the fingerprint that people compare follow from it, so neither
 * can be claimed without the key.
 */
public final class DeviceKey {

    private static final int COORDINATE_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final int FINGERPRINT_BYTES = 6;

    private final String x;
    private final String y;
    private final ECPublicKey key;

    private DeviceKey(String x, String y, ECPublicKey key) {
        this.x = x;
        this.y = y;
        this.key = key;
    }

    /**
     * Reads the coordinates of a JWK (RFC 7518, 6.2.1).
     *
     * @return empty for what is no point of the curve: computing with one would tell an attacker about the other side's secret
     */
    public static Optional<DeviceKey> of(String x, String y) {
        return written(x, y)
                .flatMap(P256::read)
                .map(DeviceKey::of)
                // in the one way of writing it, or one key would have several ids
                .filter(key -> key.x.equals(x) && key.y.equals(y));
    }

    static DeviceKey of(ECPublicKey key) {
        byte[] point = P256.write(key);
        return new DeviceKey(encoded(point, 1), encoded(point, 1 + COORDINATE_BYTES), key);
    }

    private static Optional<byte[]> written(String x, String y) {
        try {
            byte[] first = Base64.getUrlDecoder().decode(x);
            byte[] second = Base64.getUrlDecoder().decode(y);
            return first.length == COORDINATE_BYTES && second.length == COORDINATE_BYTES
                    ? Optional.of(ByteBuffer.allocate(P256.POINT_BYTES)
                            .put(P256.UNCOMPRESSED)
                            .put(first)
                            .put(second)
                            .array())
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] point, int from) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(point, from, from + COORDINATE_BYTES));
    }

    /** base64url, without padding. */
    public String x() {
        return x;
    }

    /** base64url, without padding. */
    public String y() {
        return y;
    }

    ECPublicKey publicKey() {
        return key;
    }

    /** The phone's id: the first half of the thumbprint in the shape of Keycloak's ids. Nobody finds another key with the same one. */
    public String id() {
        ByteBuffer thumbprint = ByteBuffer.wrap(thumbprint());
        return new UUID(thumbprint.getLong(), thumbprint.getLong()).toString();
    }

    /** What people compare: {@code 9F2C 41B7 03DE}. */
    public String fingerprint() {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(thumbprint(), 0, FINGERPRINT_BYTES)
                .replaceAll("(.{4})(?=.)", "$1 ");
    }

    public boolean isSameAs(DeviceKey other) {
        return x.equals(other.x) && y.equals(other.y);
    }

    /** Whether this key signed the text: ES256 (RFC 7518, 3.4), whose signature is r and s beside each other. */
    public boolean signed(String text, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    /** RFC 7638, with SHA-256. */
    private byte[] thumbprint() {
        String jwk = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
        try {
            return MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceKey that && isSameAs(that);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {x, y});
    }
}
