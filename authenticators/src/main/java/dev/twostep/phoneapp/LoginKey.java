package dev.twostep.phoneapp;

import dev.twostep.secret.DerivedKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.KeyAgreement;

/**
 * The key of a phone's login codes. Phone and server agree on it (ECDH on P-256), so it is in no message between them: not in a QR code, not in an
 * answer, not in anybody's record of either.
 */
public final class LoginKey {

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
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair own = generator.generateKeyPair();
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own.getPrivate());
            agreement.doPhase(phone.publicKey(), true);
            byte[] key = DerivedKey.agreed(agreement.generateSecret(), "twostep login code " + device);
            return new LoginKey(key, DeviceKey.of((ECPublicKey) own.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "LoginKey(•••)";
    }
}
