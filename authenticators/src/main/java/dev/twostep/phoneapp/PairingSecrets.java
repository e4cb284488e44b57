package dev.twostep.phoneapp;

import dev.twostep.secret.Crockford;
import dev.twostep.secret.Digits;
import dev.twostep.secret.MacKey;
import dev.twostep.secret.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The secrets of a {@link Pairing}, computed whenever they are needed, so that a page can be loaded again and no database has them. */
public final class PairingSecrets {

    /** 50 bits, typed together with the username; at least 40 are asked for (NIST SP 800-63B-4, 4.1.2). */
    public static final int CODE_LENGTH = 10;

    static final int NUMBER_LENGTH = 6;

    private static final int TOKEN_BYTES = 16;
    private static final char SEPARATOR = '.';

    private final MacKey key;

    public PairingSecrets(MacKey key) {
        this.key = key;
    }

    String currentKeyId() {
        return key.currentId();
    }

    /** What the QR code carries: which pairing, and 128 bits to claim it with. */
    public Optional<Secret> token(Pairing pairing) {
        return mac(pairing, "token")
                .map(mac -> Secret.of(pairing.id()
                        + SEPARATOR
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, TOKEN_BYTES))));
    }

    /** The id of the pairing that a token is of; it may not exist. */
    static String pairingOf(String token) {
        int separator = token.indexOf(SEPARATOR);
        return separator < 0 ? "" : token.substring(0, separator);
    }

    public Optional<Secret> code(Pairing pairing) {
        return mac(pairing, "code").map(mac -> Crockford.of(mac, CODE_LENGTH));
    }

    /** What the browser shows in the trial, for the phone. */
    public Optional<Secret> number(Pairing pairing) {
        return mac(pairing, "number").map(mac -> Digits.of(mac, NUMBER_LENGTH));
    }

    /** Of the trial. Nobody needs to keep it from anybody: it says which trial was answered. */
    public Optional<String> nonce(Pairing pairing) {
        return mac(pairing, "nonce")
                .map(mac -> Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, TOKEN_BYTES)));
    }

    private Optional<byte[]> mac(Pairing pairing, String what) {
        return key.mac(pairing.keyId(), what + "|" + pairing.id());
    }
}
