package dev.twostep.it.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.twostep.it.admin.Json;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A key as the API asks for: EC on P-256, for ES256. Written from the API's document, with nothing but the JDK. */
final class PhoneKey {

    private final KeyPair pair;

    PhoneKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair pair() {
        return pair;
    }

    Map<String, String> jwk() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("crv", "P-256");
        jwk.put("kty", "EC");
        jwk.put("x", coordinate(key.getW().getAffineX()));
        jwk.put("y", coordinate(key.getW().getAffineY()));
        return jwk;
    }

    /** The first 16 bytes of the thumbprint, as a UUID. */
    String id() {
        ByteBuffer bytes = ByteBuffer.wrap(sha256(Json.of(jwk()).toString()));
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    String fingerprint() {
        byte[] bytes = sha256(Json.of(jwk()).toString());
        return String.format("%02X%02X %02X%02X %02X%02X", bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]);
    }

    String sign(Map<String, ?> header, Map<String, ?> claims) {
        String text = base64(Json.of(header).toString().getBytes(UTF_8)) + "."
                + base64(Json.of(claims).toString().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return base64(fixed);
    }
}
