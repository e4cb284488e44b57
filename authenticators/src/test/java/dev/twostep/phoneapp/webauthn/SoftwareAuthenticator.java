package dev.twostep.phoneapp.webauthn;

import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.ApprovalKey.Algorithm;
import dev.twostep.phoneapp.Assertion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;

/** What a phone and its browser put together to answer a challenge, with nothing but the JDK. Each part can be another than it should be. */
final class SoftwareAuthenticator {

    static final int PRESENT = 1;
    static final int VERIFIED = 4;

    private final Algorithm algorithm;
    private final KeyPair pair;
    private final byte[] id = "a credential's id".getBytes(StandardCharsets.US_ASCII);

    private String type = "webauthn.get";
    private String origin = "https://login.example.org";
    private String party = "login.example.org";
    private String more = ",\"crossOrigin\":false";
    private int flags = PRESENT | VERIFIED;
    private int counter = 0;

    SoftwareAuthenticator(Algorithm algorithm) {
        this.algorithm = algorithm;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm == Algorithm.ES256 ? "EC" : "RSA");
            generator.initialize(algorithm == Algorithm.ES256 ? 256 : 2048);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ApprovalKey key() {
        return ApprovalKey.of(text(id), text(pair.getPublic().getEncoded()), algorithm.number())
                .orElseThrow();
    }

    SoftwareAuthenticator type(String other) {
        type = other;
        return this;
    }

    SoftwareAuthenticator origin(String other) {
        origin = other;
        return this;
    }

    SoftwareAuthenticator party(String other) {
        party = other;
        return this;
    }

    SoftwareAuthenticator more(String json) {
        more = json;
        return this;
    }

    SoftwareAuthenticator flags(int other) {
        flags = other;
        return this;
    }

    SoftwareAuthenticator counter(int other) {
        counter = other;
        return this;
    }

    Assertion sign(String statement) {
        return signChallenge(text(sha256(statement.getBytes(StandardCharsets.US_ASCII))));
    }

    Assertion signChallenge(String challenge) {
        String json = "{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin + "\""
                + more + "}";
        byte[] authenticatorData = ByteBuffer.allocate(37)
                .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(counter)
                .array();
        byte[] clientData = json.getBytes(StandardCharsets.UTF_8);
        return new Assertion(text(authenticatorData), text(clientData), text(signature(authenticatorData, clientData)));
    }

    private byte[] signature(byte[] authenticatorData, byte[] clientData) {
        try {
            Signature signature =
                    Signature.getInstance(algorithm == Algorithm.ES256 ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(authenticatorData);
            signature.update(sha256(clientData));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
