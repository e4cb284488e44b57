package dev.twostep.throttle.keycloak;

import dev.twostep.throttle.Claim;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serial;
import java.io.Serializable;
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
        if (claim.key().length() > LONGEST_KEY) {
            throw new IllegalArgumentException("the key of limit " + claim.limit() + " is too long");
        }
        this.realmId = realmId;
        this.name = claim.limit().name();
        this.key = claim.key();
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
