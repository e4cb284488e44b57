package dev.twostep.phoneapp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Base64;

/** A key pair as a phone makes it, with the JDK alone and nothing of what it tests. */
public final class TestKey {

    private final KeyPair pair;

    private TestKey(KeyPair pair) {
        this.pair = pair;
    }

    public static TestKey make() {
        return on("secp256r1");
    }

    public static TestKey on(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return new TestKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String x() {
        return base64(bytes(point().getAffineX()));
    }

    public String y() {
        return base64(bytes(point().getAffineY()));
    }

    public DeviceKey device() {
        return DeviceKey.of(x(), y()).orElseThrow();
    }

    public String jwk() {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x() + "\",\"y\":\"" + y() + "\"}";
    }

    ECPrivateKey privateKey() {
        return (ECPrivateKey) pair.getPrivate();
    }

    /** ES256. */
    public byte[] sign(String text) {
        return sign("SHA256withECDSAinP1363Format", text);
    }

    public byte[] sign(String algorithm, String text) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A compact JWS of these two, signed with this key whatever the header says. */
    public String jws(String header, String claims) {
        String input = base64(header) + "." + base64(claims);
        return input + "." + base64(sign(input));
    }

    public static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 32 bytes, whatever the number begins with. */
    static byte[] bytes(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[32];
        int length = Math.min(bytes.length, all.length);
        System.arraycopy(bytes, bytes.length - length, all, all.length - length, length);
        return all;
    }

    static byte[] swapped(byte[] signature) {
        byte[] other = new byte[signature.length];
        int half = signature.length / 2;
        System.arraycopy(signature, half, other, 0, half);
        System.arraycopy(signature, 0, other, half, half);
        return other;
    }

    static byte[] with(byte[] bytes, int index, int difference) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        changed[index] ^= (byte) difference;
        return changed;
    }

    private ECPoint point() {
        return ((ECPublicKey) pair.getPublic()).getW();
    }
}
