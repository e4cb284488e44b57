package dev.twostep.keycloak;

import dev.twostep.secret.Keyed;
import dev.twostep.secret.KeyedHash;
import dev.twostep.secret.MacKey;
import dev.twostep.secret.Seal;
import dev.twostep.secret.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Hashes and seals under the keys of the realm in the session's context. Values name their key, so that they stay good
 * while a rotated key is still kept in the realm.
 *
 * <p>Realm keys are rows of the same database. Whoever wants a copy of the whole database to be worthless sets the server
 * option {@code --spi-twostep--secret--pepper}; changing it later makes everything older unreadable.
 */
public final class RealmKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String pepper;

    public RealmKeys(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.pepper = Config.scope("twostep", "secret").get("pepper", "");
    }

    /** @param purpose what the hash is for; the same text has unrelated hashes for two purposes */
    public Keyed hmac(String purpose, String text) {
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512);
        return new Keyed(key.getKid(), hash(key).of(purpose, text));
    }

    /** The hash under the key with this id, or empty if the realm no longer has it. */
    public Optional<byte[]> hmac(String keyId, String purpose, String text) {
        return Optional.ofNullable(session.keys().getKey(realm, keyId, KeyUse.SIG, Algorithm.HS512))
                .map(key -> hash(key).of(purpose, text));
    }

    /** {@link #hmac(String, String)} as base64url, for what is compared with values of the same key only. */
    public String hash(String purpose, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(purpose, text).mac());
    }

    /** The hashes for one purpose. */
    public MacKey macKey(String purpose) {
        return new MacKey() {
            @Override
            public String currentId() {
                return hmac(purpose, "").keyId();
            }

            @Override
            public Optional<byte[]> mac(String keyId, String text) {
                return hmac(keyId, purpose, text);
            }
        };
    }

    /**
     * Seals as {@code keyId.base64url(iv).base64url(ciphertext)}.
     *
     * @param purpose what it is and whose, for example with the user's id, so that rows cannot be swapped
     */
    public String seal(String purpose, Secret secret) {
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.ENC, Algorithm.AES);
        return key.getKid() + "." + seal(key).seal(purpose, secret);
    }

    /** What {@link #seal} sealed for this purpose; empty if it is damaged or its key is gone. */
    public Optional<Secret> open(String purpose, String sealed) {
        // an imported key's id may itself contain dots
        int endOfKeyId = sealed.lastIndexOf('.', sealed.lastIndexOf('.') - 1);
        if (endOfKeyId < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        session.keys().getKey(realm, sealed.substring(0, endOfKeyId), KeyUse.ENC, Algorithm.AES))
                .flatMap(key -> seal(key).open(purpose, sealed.substring(endOfKeyId + 1)));
    }

    private KeyedHash hash(KeyWrapper key) {
        return new KeyedHash(key.getSecretKey().getEncoded(), pepper);
    }

    private Seal seal(KeyWrapper key) {
        return new Seal(key.getSecretKey().getEncoded(), pepper, RANDOM);
    }
}
