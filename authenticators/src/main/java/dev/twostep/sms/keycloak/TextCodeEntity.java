package dev.twostep.sms.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code TWOSTEP_TEXT_CODE}. Holds neither the code nor the number. Written only by {@link JpaTextCodeStore}. */
@Entity
@Table(name = "TWOSTEP_TEXT_CODE")
public class TextCodeEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", nullable = false)
    String realmId = "";

    @Column(name = "USER_ID", nullable = false)
    String userId = "";

    @Column(name = "PURPOSE", nullable = false)
    String purpose = "";

    @Column(name = "BROWSER", nullable = false)
    String browser = "";

    @Column(name = "NUMBER_KEY", nullable = false)
    String numberKey = "";

    @Column(name = "KEY_ID", nullable = false)
    String keyId = "";

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    long expiresAt;

    @Column(name = "TRIES", nullable = false)
    int tries;

    @Column(name = "USED", nullable = false)
    boolean used;

    @Column(name = "DELIVERY", nullable = false)
    String delivery = "";

    @Column(name = "REFUSAL")
    @Nullable String refusal;

    @Column(name = "MOVED_AT", nullable = false)
    long movedAt;
}
