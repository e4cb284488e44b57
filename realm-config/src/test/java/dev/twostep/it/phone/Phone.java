package dev.twostep.it.phone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Realm;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.admin.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A phone that was written from {@code phone-api.yaml} alone (K6): no class of Twostep's is in it. */
public final class Phone {

    private final HttpClient http = HttpClient.newHttpClient();
    private final PhoneKey key;
    private final PhoneKey agreement = new PhoneKey();
    private final URI realm;
    private final @Nullable PhoneLock lock;
    private byte[] loginKey = new byte[0];

    public Phone(Realm realm) {
        this(realm.url());
    }

    Phone(URI realm) {
        this(realm, new PhoneKey(), null);
    }

    private Phone(URI realm, PhoneKey key, @Nullable PhoneLock lock) {
        this.realm = realm;
        this.key = key;
        this.lock = lock;
    }

    /** One that approves behind its screen lock. */
    static Phone locked(Realm realm, PhoneLock lock) {
        return new Phone(realm.url(), new PhoneKey(), lock);
    }

    /** The same phone, which calls another node. */
    Phone at(Realm elsewhere) {
        return new Phone(elsewhere.url(), key, lock);
    }

    PhoneKey key() {
        return key;
    }

    public String id() {
        return key.id();
    }

    String issuer() {
        return realm.toString();
    }

    ApiAnswer claim(String token) {
        return claim(Map.of("token", token));
    }

    ApiAnswer claim(String username, String code) {
        return claim(Map.of("username", username, "code", code));
    }

    private ApiAnswer claim(Map<String, String> by) {
        Map<String, Object> claims = claimsOfClaim();
        claims.putAll(by);
        return sendClaim(Map.of("typ", "twostep-pairing+jwt", "alg", "ES256", "jwk", key.jwk()), claims);
    }

    Map<String, Object> claimsOfClaim() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", issuer());
        claims.put("name", "Test phone");
        claims.put("platform", "Java");
        claims.put("agreement", agreement.jwk());
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("jti", newId());
        if (lock != null) {
            claims.put("webauthn", lock.named());
        }
        return claims;
    }

    ApiAnswer sendClaim(Map<String, ?> header, Map<String, ?> claims) {
        ApiAnswer answer = send(request("/devices")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        Json.of(Map.of("claim", key.sign(header, claims))).toString())));
        if (answer.status() == 201) {
            loginKey = loginKey(answer.body().at("/loginCode/serverKey"));
        }
        return answer;
    }

    public ApiAnswer device() {
        return call("GET", "/devices/" + id(), null);
    }

    public ApiAnswer call(String method, String path, @Nullable JsonNode body) {
        return call(method, path, body, proof(method, path));
    }

    ApiAnswer call(String method, String path, @Nullable JsonNode body, String proof) {
        HttpRequest.Builder request = request(path).header("DPoP", proof);
        return send(
                body == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body.toString())));
    }

    String proof(String method, String path) {
        return proof(method, path, Instant.now(), newId());
    }

    String proof(String method, String path, Instant at, String id) {
        return key.sign(
                Map.of("typ", "dpop+jwt", "alg", "ES256", "jwk", key.jwk()),
                Map.of("htm", method, "htu", realm + "/twostep" + path, "iat", at.getEpochSecond(), "jti", id));
    }

    /** Answers the trial that {@link #device()} shows. */
    ApiAnswer tryOut(String number) {
        return tryOut(signed(answer(trial(), "approve", Map.of("number", number))));
    }

    ApiAnswer tryOut(JsonNode body) {
        return call("POST", "/devices/" + id() + "/trial", body);
    }

    JsonNode trial() {
        return device().body().path("trial");
    }

    ApiAnswer requests() {
        return call("GET", "/login-requests", null);
    }

    /** The newest request. */
    public JsonNode newest() {
        return requests().ok().body().path("requests").path(0);
    }

    public ApiAnswer approve(JsonNode request, String number) {
        return answer(request, answer(request, "approve", Map.of("number", number)));
    }

    ApiAnswer approveScanned(JsonNode request, String secret) {
        return answer(request, answer(request, "approve", Map.of("secret", secret)));
    }

    ApiAnswer deny(JsonNode request) {
        return answer(request, answer(request, "deny", Map.of()));
    }

    ApiAnswer notMe(JsonNode request) {
        return answer(request, answer(request, "not_me", Map.of()));
    }

    ApiAnswer answer(JsonNode request, Map<String, ?> claims) {
        return answer(request, signed(claims));
    }

    ApiAnswer answer(JsonNode request, JsonNode body) {
        return call("POST", "/login-requests/" + request.path("id").asText() + "/answer", body);
    }

    /** What a phone signs about a request. */
    Map<String, Object> answer(JsonNode request, String decision, Map<String, String> more) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", issuer());
        claims.put("sub", id());
        claims.put("rid", request.path("id").asText());
        claims.put("nonce", request.path("nonce").asText());
        claims.put("decision", decision);
        claims.put(
                "ctx", PhoneKey.base64(PhoneKey.sha256(request.path("context").asText())));
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().getEpochSecond() + 30);
        claims.put("jti", newId());
        claims.putAll(more);
        return claims;
    }

    JsonNode signed(Map<String, ?> claims) {
        String answer = sign(claims);
        return lock != null && "approve".equals(claims.get("decision"))
                ? Json.of(Map.of("answer", answer, "assertion", lock.confirm(answer, realm)))
                : Json.of(Map.of("answer", answer));
    }

    String sign(Map<String, ?> claims) {
        return key.sign(Map.of("typ", "twostep-answer+jwt", "alg", "ES256"), claims);
    }

    /** The login code of the step that is {@code steps} after now's (RFC 6238). */
    String loginCode(int steps) {
        long step = Instant.now().getEpochSecond() / 30 + steps;
        byte[] hash = hmac(
                "HmacSHA256", loginKey, ByteBuffer.allocate(8).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
        String code = String.format(Locale.ROOT, "%06d", number % 1_000_000);
        SeenSecrets.add(code);
        return code;
    }

    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** HKDF-SHA-256 without salt of the ECDH secret (RFC 5869); one block is enough for 32 bytes. */
    private byte[] loginKey(JsonNode serverKey) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(number(serverKey.path("x")), number(serverKey.path("y")));
            ECPublicKey server = (ECPublicKey) KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
            KeyAgreement ecdh = KeyAgreement.getInstance("ECDH");
            ecdh.init(agreement.pair().getPrivate());
            ecdh.doPhase(server, true);
            byte[] pseudoRandom = hmac("HmacSHA256", new byte[32], ecdh.generateSecret());
            byte[] info = ("twostep login code " + id()).getBytes(US_ASCII);
            return hmac(
                    "HmacSHA256",
                    pseudoRandom,
                    ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate.asText()));
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(realm + "/twostep" + path));
    }

    private ApiAnswer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            return new ApiAnswer(
                    response.statusCode(), response.body().isEmpty() ? Json.of(Map.of()) : Json.read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
