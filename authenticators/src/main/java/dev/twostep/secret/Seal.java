package dev.twostep.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a secret readable for us alone: AES-256-GCM, written as {@code base64url(iv).base64url(ciphertext)}. Under one
 * key about 2³² texts may be sealed (NIST SP 800-38D, 8.3); a realm seals one for each enrolled number.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final char SEPARATOR = '.';

    private final SecretKeySpec key;
    private final SecureRandom random;

    /** @param pepper an extra secret from outside the database; empty if there is none */
    public Seal(byte[] key, String pepper, SecureRandom random) {
        this.key = new SecretKeySpec(DerivedKey.of(key, pepper, "twostep seal"), "AES");
        this.random = random;
    }

    /** @param purpose what the secret is and whose; it opens for the same purpose only, so that rows cannot be swapped */
    public String seal(String purpose, Secret secret) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, purpose)
                    .doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
            return encoder.encodeToString(iv) + SEPARATOR + encoder.encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM lacks " + CIPHER, impossible);
        }
    }

    /** The secret, or empty if the text was damaged, or sealed with another key, pepper or purpose: nobody learns which. */
    public Optional<Secret> open(String purpose, String sealed) {
        int separator = sealed.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        try {
            byte[] iv = Base64.getUrlDecoder().decode(sealed.substring(0, separator));
            byte[] text = cipher(Cipher.DECRYPT_MODE, iv, purpose)
                    .doFinal(Base64.getUrlDecoder().decode(sealed.substring(separator + 1)));
            return Optional.of(Secret.of(new String(text, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException | ProviderException unreadable) {
            // ProviderException: what the JDK's GCM throws for a text shorter than its tag
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] iv, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
