package dev.twostep.push;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The other end: subscribes, and reads what it gets, with nothing of what it tests. */
public final class FakePhone {

    private final KeyPair pair;
    private final byte[] auth = new byte[16];

    public FakePhone() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(auth);
    }

    public String p256dh() {
        return base64(publicKey());
    }

    public String auth() {
        return base64(auth);
    }

    public PushSubscription at(String endpoint) {
        return PushSubscription.read(endpoint, p256dh(), auth()).orElseThrow();
    }

    /** RFC 8291 backwards. */
    public byte[] decrypt(byte[] body) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOfRange(body, 0, 16);
        int recordSize = ByteBuffer.wrap(body, 16, 4).getInt();
        byte[] sender = Arrays.copyOfRange(body, 21, 21 + body[20]);
        byte[] record = Arrays.copyOfRange(body, 21 + body[20], body.length);
        if (record.length > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(publicKey(sender), true);
        byte[] fromAuth = mac(auth, agreement.generateSecret());
        byte[] secret = mac(
                fromAuth, joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), publicKey(), sender, one()));
        byte[] fromSalt = mac(salt, secret);
        byte[] key = mac(fromSalt, joined("Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), one()));
        byte[] nonce = mac(fromSalt, joined("Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), one()));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, 0, 16, "AES"), new GCMParameterSpec(128, nonce, 0, 12));
        return withoutPadding(cipher.doFinal(record));
    }

    private static byte[] withoutPadding(byte[] padded) throws GeneralSecurityException {
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return Arrays.copyOf(padded, end);
    }

    private byte[] publicKey() {
        ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
        return joined(new byte[] {4}, bytes(point.getAffineX()), bytes(point.getAffineY()));
    }

    private PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, ((ECPublicKey) pair.getPublic()).getParams()));
    }

    private static byte[] bytes(BigInteger coordinate) {
        byte[] bytes = new byte[32];
        byte[] some = coordinate.toByteArray();
        for (int i = 1; i <= Math.min(32, some.length); i++) {
            bytes[32 - i] = some[some.length - i];
        }
        return bytes;
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] one() {
        return new byte[] {1};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
