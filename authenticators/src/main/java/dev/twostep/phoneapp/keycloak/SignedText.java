package dev.twostep.phoneapp.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.DeviceKey;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.util.JsonSerialization;

/**
 * A JWS (RFC 7515) as phones make them: compact, ES256 on P-256 and nothing else. Whatever its header says, it counts only for the key that the caller of
 * {@link #isSignedBy} believes in.
 */
final class SignedText {

    private static final String ES256 = "ES256";
    private static final int LONGEST = 8_000;
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final JWSInput jws;
    private final JsonNode claims;

    private SignedText(JWSInput jws, JsonNode claims) {
        this.jws = jws;
        this.claims = claims;
    }

    /** @param type what the header's {@code typ} has to be, so that nothing signed for one purpose serves another */
    static Optional<SignedText> read(@Nullable String text, String type) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JWSInput jws = new JWSInput(text);
            boolean usable = ES256.equals(jws.getHeader().getRawAlgorithm())
                    && type.equals(jws.getHeader().getType())
                    // an extension that has to be understood (RFC 7515, 4.1.11); we understand none
                    && !jws.getHeader().getOtherClaims().containsKey("crit")
                    // Keycloak reads a text of two parts as well
                    && jws.getSignature() != null;
            JsonNode claims = JsonSerialization.mapper.readTree(jws.getContent());
            return usable && claims != null && claims.isObject()
                    ? Optional.of(new SignedText(jws, claims))
                    : Optional.empty();
        } catch (JWSInputException | IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The key that the header names, which anybody can write there; it has no private part and is for ES256. */
    Optional<DeviceKey> namedKey() {
        JWK jwk = jws.getHeader().getKey();
        return jwk == null || jwk.getOtherClaims().containsKey("d") ? Optional.empty() : key(jwk);
    }

    boolean isSignedBy(DeviceKey key) {
        return key.signed(jws.getEncodedSignatureInput(), jws.getSignature());
    }

    /** A claim that is a text; empty if there is none. */
    String text(String claim) {
        return claims.path(claim).isTextual() ? claims.path(claim).textValue() : "";
    }

    /** The same, null if there is none. */
    @Nullable String textOrNull(String claim) {
        return claims.path(claim).isTextual() ? claims.path(claim).textValue() : null;
    }

    /** A claim that is a time in seconds since 1970; 0 if there is none, or none before the year 10000, so that callers can compute with it. */
    long seconds(String claim) {
        JsonNode time = claims.path(claim);
        boolean isTime = time.isIntegralNumber()
                && time.canConvertToLong()
                && time.longValue() >= 0
                && time.longValue() <= LATEST;
        return isTime ? time.longValue() : 0;
    }

    /** A claim that is a key, as a JWK. */
    Optional<DeviceKey> key(String claim) {
        try {
            return claims.path(claim).isObject()
                    ? key(JsonSerialization.mapper.treeToValue(claims.path(claim), JWK.class))
                    : Optional.empty();
        } catch (IOException notAKey) {
            return Optional.empty();
        }
    }

    boolean has(String claim) {
        return claims.has(claim);
    }

    /** A claim that is a key behind the screen lock, as a browser gives it. */
    Optional<ApprovalKey> approvalKey(String claim) {
        JsonNode key = claims.path(claim);
        return ApprovalKey.of(
                key.path("id").asText(),
                key.path("publicKey").asText(),
                key.path("algorithm").asLong());
    }

    private static Optional<DeviceKey> key(JWK jwk) {
        Object x = jwk.getOtherClaims().get("x");
        Object y = jwk.getOtherClaims().get("y");
        boolean isP256 = "EC".equals(jwk.getKeyType())
                && "P-256".equals(jwk.getOtherClaims().get("crv"));
        return isP256 && x instanceof String textX && y instanceof String textY
                ? DeviceKey.of(textX, textY)
                : Optional.empty();
    }
}
