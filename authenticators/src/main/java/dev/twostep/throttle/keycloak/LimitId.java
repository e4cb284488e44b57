package dev.twostep.throttle.keycloak;

import dev.twostep.throttle.Claim;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Whose counter of which limit. */
@Embeddable
public class LimitId implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_KEY = 255;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    private String realmId;

    @Column(name = "LIMIT_NAME", nullable = false, length = 40)
    private String name;

    @Column(name = "LIMIT_KEY", nullable = false, length = LONGEST_KEY)
    private String key;

    /** For Hibernate. */
    protected LimitId() {}

    LimitId(String realmId, Claim claim) {
        this.realmId = realmId;
        this.name = claim.limit().name();
        this.key = claim.key().length() > LONGEST_KEY ? hash(claim.key()) : claim.key();
    }

    /** The id of a federated user alone may fill the column. Two keys must not share a counter, so nothing is cut off. */
    private static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LimitId that
                && Objects.equals(realmId, that.realmId)
                && Objects.equals(name, that.name)
                && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(realmId, name, key);
    }
}
