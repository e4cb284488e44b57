package dev.twostep.phoneapp;

import dev.twostep.secret.Hkdf;
import dev.twostep.secret.P256;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/**
 * The key of a phone's login codes. Phone and server agree on it (ECDH on P-256), so it is in no message between them: not in a QR code, not in an
 * answer, not in anybody's record of either.
 */
public final class LoginKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final byte[] key;
    private final DeviceKey server;

    private LoginKey(byte[] key, DeviceKey server) {
        this.key = key;
        this.server = server;
    }

    /** 256 bits. */
    public byte[] key() {
        return key.clone();
    }

    /** The server's part, from which the phone computes the same key. */
    public DeviceKey server() {
        return server;
    }

    /**
     * Agrees with a phone.
     *
     * @param device the phone's id
     * @param phone  the phone's part, made for this once
     */
    public static LoginKey with(String device, DeviceKey phone) {
        KeyPair own = P256.generate(RANDOM);
        byte[] agreed = P256.agree((ECPrivateKey) own.getPrivate(), phone.publicKey());
        byte[] info = ("twostep login code " + device).getBytes(StandardCharsets.UTF_8);
        byte[] key = Hkdf.expand(Hkdf.extract(new byte[0], agreed), info, BYTES);
        return new LoginKey(key, DeviceKey.of((ECPublicKey) own.getPublic()));
    }

    @Override
    public String toString() {
        return "LoginKey(•••)";
    }
}
