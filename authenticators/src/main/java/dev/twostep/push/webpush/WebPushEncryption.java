package dev.twostep.push.webpush;

import dev.twostep.push.PushSender;
import dev.twostep.push.PushSubscription;
import dev.twostep.secret.Hkdf;
import dev.twostep.secret.P256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a notification for the phone alone (RFC 8291): one record of aes128gcm (RFC 8188), under a key that is used once. All come
 * out equally long, so that the push service learns nothing from the size.
 */
final class WebPushEncryption {

    static final int SALT_BYTES = 16;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int SECRET_BYTES = 32;
    /** How long a record may be; ours is shorter, and the only one (RFC 8291, section 4). */
    private static final int RECORD_SIZE = 4096;
    /** Ends the text of the last record; zeros follow (RFC 8188, section 2). */
    private static final byte LAST_RECORD = 2;

    private static final byte[] KEY_INFO = ascii("WebPush: info\0");
    private static final byte[] CONTENT_KEY_INFO = ascii("Content-Encoding: aes128gcm\0");
    private static final byte[] NONCE_INFO = ascii("Content-Encoding: nonce\0");

    private final SecureRandom random;

    WebPushEncryption(SecureRandom random) {
        this.random = random;
    }

    /** @throws IllegalArgumentException if the payload is longer than {@link PushSender#LONGEST_PAYLOAD} */
    byte[] encrypt(PushSubscription to, byte[] payload) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return encrypt(to, padded(payload, PushSender.LONGEST_PAYLOAD), P256.generate(random), salt);
    }

    /** The text and what marks its end, with zeros up to {@code length} bytes of text. */
    static byte[] padded(byte[] text, int length) {
        if (text.length > length) {
            throw new IllegalArgumentException("a notification of " + text.length + " bytes is too long");
        }
        byte[] padded = Arrays.copyOf(text, length + 1);
        padded[text.length] = LAST_RECORD;
        return padded;
    }

    /**
     * The steps of RFC 8291, section 3.4, in its names.
     *
     * @param own  used for this notification only
     * @param salt 16 bytes, used for this notification only
     */
    static byte[] encrypt(PushSubscription to, byte[] padded, KeyPair own, byte[] salt) {
        byte[] uaPublic = to.p256dh();
        byte[] asPublic = P256.write((ECPublicKey) own.getPublic());
        ECPublicKey phone = P256.read(uaPublic).orElseThrow();

        byte[] ecdhSecret = P256.agree((ECPrivateKey) own.getPrivate(), phone);
        byte[] prkKey = Hkdf.extract(to.authSecret(), ecdhSecret);
        byte[] ikm = Hkdf.expand(prkKey, joined(KEY_INFO, uaPublic, asPublic), SECRET_BYTES);
        byte[] prk = Hkdf.extract(salt, ikm);
        byte[] cek = Hkdf.expand(prk, CONTENT_KEY_INFO, KEY_BYTES);
        byte[] nonce = Hkdf.expand(prk, NONCE_INFO, NONCE_BYTES);

        return joined(header(salt, asPublic), sealed(cek, nonce, padded));
    }

    /** RFC 8188, section 2.1: salt, record size, length of the key's id, the key's id. */
    private static byte[] header(byte[] salt, byte[] asPublic) {
        return ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1 + asPublic.length)
                .put(salt)
                .putInt(RECORD_SIZE)
                .put((byte) asPublic.length)
                .put(asPublic)
                .array();
    }

    private static byte[] sealed(byte[] key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM lacks " + CIPHER, impossible);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
