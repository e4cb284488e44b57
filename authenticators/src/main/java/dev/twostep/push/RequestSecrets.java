package dev.twostep.push;

import dev.twostep.secret.Digits;
import dev.twostep.secret.MacKey;
import dev.twostep.secret.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The secrets of a {@link LoginRequest}, computed whenever they are needed. Empty once the key that made them is gone: the request is as good as expired. */
public final class RequestSecrets {

    private static final int SCANNED_BYTES = 16;

    private final MacKey key;

    public RequestSecrets(MacKey key) {
        this.key = key;
    }

    String currentKeyId() {
        return key.currentId();
    }

    /** What the page shows and the phone is told, by a person. */
    public Optional<Secret> number(LoginRequest request) {
        return mac(request, "number").map(mac -> Digits.of(mac, request.digits()));
    }

    /** What the page's QR code says: 128 bits. */
    public Optional<Secret> scanned(LoginRequest request) {
        return mac(request, "scanned").map(RequestSecrets::text).map(Secret::of);
    }

    /** Given to the phone, which signs it. */
    public Optional<String> nonce(LoginRequest request) {
        return mac(request, "nonce").map(RequestSecrets::text);
    }

    private Optional<byte[]> mac(LoginRequest request, String what) {
        return key.mac(request.keyId(), what + "|" + request.asker().userId() + "|" + request.id());
    }

    private static String text(byte[] mac) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, SCANNED_BYTES));
    }
}
