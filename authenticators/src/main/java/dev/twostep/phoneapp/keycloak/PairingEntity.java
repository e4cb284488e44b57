package dev.twostep.phoneapp.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code TWOSTEP_PAIRING}. Holds none of its secrets. Written only by {@link JpaPairingStore}. */
@Entity
@Table(name = "TWOSTEP_PAIRING")
public class PairingEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", nullable = false)
    String realmId = "";

    @Column(name = "USER_ID", nullable = false)
    String userId = "";

    @Column(name = "ORIGIN", nullable = false)
    String origin = "";

    @Column(name = "KEY_ID", nullable = false)
    String keyId = "";

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    long expiresAt;

    @Column(name = "STATE", nullable = false)
    String state = "";

    @Column(name = "TRIES", nullable = false)
    int tries;

    @Column(name = "PHONE_ID")
    @Nullable String phoneId;

    @Column(name = "PHONE_NAME")
    @Nullable String phoneName;

    @Column(name = "PLATFORM")
    @Nullable String platform;

    @Column(name = "KEY_X")
    @Nullable String keyX;

    @Column(name = "KEY_Y")
    @Nullable String keyY;

    @Column(name = "SERVER_X")
    @Nullable String serverX;

    @Column(name = "SERVER_Y")
    @Nullable String serverY;

    @Column(name = "LOGIN_KEY")
    @Nullable String loginKey;

    @Column(name = "APPROVAL_ID")
    @Nullable String approvalId;

    @Column(name = "APPROVAL_KEY")
    @Nullable String approvalKey;

    @Column(name = "APPROVAL_ALGORITHM")
    @Nullable Integer approvalAlgorithm;
}
