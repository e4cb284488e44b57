package dev.twostep.it.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.twostep.it.admin.Json;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.Map;

/** A phone's screen lock, as a native app would put it behind its approvals. Written from the API's document, with nothing but the JDK. */
final class PhoneLock {

    private final PhoneKey key = new PhoneKey();
    private final byte[] id = Phone.newId().getBytes(UTF_8);

    /** What the claim of a pairing says of it. */
    Map<String, Object> named() {
        return Map.of(
                "id",
                PhoneKey.base64(id),
                "publicKey",
                PhoneKey.base64(key.pair().getPublic().getEncoded()),
                "algorithm",
                -7);
    }

    /** What goes beside a statement once the phone has recognised its owner. */
    Map<String, Object> confirm(String statement, URI realm) {
        return confirm(statement, realm, 1 | 4);
    }

    Map<String, Object> confirm(String statement, URI realm, int flags) {
        Map<String, Object> clientData = new LinkedHashMap<>();
        clientData.put("type", "webauthn.get");
        clientData.put("challenge", PhoneKey.base64(PhoneKey.sha256(statement)));
        clientData.put("origin", realm.getScheme() + "://" + realm.getAuthority());
        byte[] json = Json.of(clientData).toString().getBytes(UTF_8);
        byte[] data = ByteBuffer.allocate(37)
                .put(PhoneKey.sha256(realm.getHost()))
                .put((byte) flags)
                .putInt(0)
                .array();
        return Map.of(
                "authenticatorData",
                PhoneKey.base64(data),
                "clientDataJSON",
                PhoneKey.base64(json),
                "signature",
                PhoneKey.base64(sign(data, json)));
    }

    private byte[] sign(byte[] data, byte[] json) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.pair().getPrivate());
            signature.update(data);
            signature.update(MessageDigest.getInstance("SHA-256").digest(json));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
