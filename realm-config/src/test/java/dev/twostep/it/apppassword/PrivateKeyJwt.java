package dev.twostep.it.apppassword;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.twostep.it.Realm;
import dev.twostep.it.admin.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A server that proves itself by a key instead of a secret (RFC 7523, {@code private_key_jwt}). */
final class PrivateKeyJwt {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Realm realm;
    private final String clientId;
    private final KeyPair keys;

    private PrivateKeyJwt(Realm realm, String clientId, KeyPair keys) {
        this.realm = realm;
        this.clientId = clientId;
        this.keys = keys;
    }

    /** A new marked client of the realm. */
    static PrivateKeyJwt client(Realm realm, String clientId) {
        try {
            PrivateKeyJwt client = new PrivateKeyJwt(
                    realm, clientId, KeyPairGenerator.getInstance("RSA").generateKeyPair());
            MailApp.another(
                    realm,
                    clientId,
                    Map.of(
                            "clientAuthenticatorType",
                            "client-jwt",
                            "attributes",
                            Map.of("use.jwks.string", "true", "jwks.string", client.jwks())));
            return client;
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What the client sends beside the question. */
    Map<String, String> proof() {
        return Map.of(
                "client_id",
                clientId,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion());
    }

    private String assertion() {
        long now = Instant.now().getEpochSecond();
        String signed = part(Map.of("alg", "RS256", "kid", "key"))
                + "."
                + part(Map.of(
                        "iss",
                        clientId,
                        "sub",
                        clientId,
                        "aud",
                        realm.url().toString(),
                        "jti",
                        UUID.randomUUID().toString(),
                        "iat",
                        now,
                        "exp",
                        now + 30));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Json.of(Map.of(
                        "keys",
                        List.of(Map.of(
                                "kty",
                                "RSA",
                                "kid",
                                "key",
                                "use",
                                "sig",
                                "alg",
                                "RS256",
                                "n",
                                number(key.getModulus()),
                                "e",
                                number(key.getPublicExponent())))))
                .toString();
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String part(Map<String, ?> json) {
        return BASE64.encodeToString(Json.of(json).toString().getBytes(UTF_8));
    }
}
