package dev.twostep.push.webpush;

import dev.twostep.secret.P256;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * The key by which push services know us (RFC 8292). A phone subscribes for this key and takes nothing from another one, so a realm
 * that loses it has to have all its phones subscribe anew.
 */
public final class VapidKey {

    private static final String ES256 = "SHA256withECDSAinP1363Format";

    private final ECPrivateKey privateKey;
    private final ECPublicKey publicKey;

    /** @throws IllegalArgumentException if they are no pair on P-256 */
    public VapidKey(ECPrivateKey privateKey, ECPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        if (!P256.isOnCurve(privateKey, publicKey) || !isPair()) {
            throw new IllegalArgumentException("not a pair of P-256");
        }
    }

    /** A new key. */
    public static VapidKey generate(SecureRandom random) {
        KeyPair pair = P256.generate(random);
        return new VapidKey((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
    }

    /** What a browser takes to subscribe: 65 bytes in base64url without padding. */
    public String applicationServerKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(P256.write(publicKey));
    }

    /** In the form of JWS (RFC 7518, section 3.4): 64 bytes. */
    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ES256);
            signature.initSign(privateKey);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no signature by " + ES256, e);
        }
    }

    /** Else every push service would refuse every notification, and nobody could tell why. */
    private boolean isPair() {
        byte[] probe = {1};
        try {
            Signature signature = Signature.getInstance(ES256);
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(sign(probe));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "VapidKey(•••)";
    }
}
