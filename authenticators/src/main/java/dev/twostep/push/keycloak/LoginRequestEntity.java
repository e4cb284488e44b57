package dev.twostep.push.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code TWOSTEP_LOGIN_REQUEST}. Holds no number. Written only by {@link JpaLoginRequestStore}. */
@Entity
@Table(name = "TWOSTEP_LOGIN_REQUEST")
public class LoginRequestEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", nullable = false)
    String realmId = "";

    @Column(name = "USER_ID", nullable = false)
    String userId = "";

    /** The user's id while it waits, and its own from then on: unique, so the database lets one of a user's wait at a time. */
    @Column(name = "PENDING_FOR", nullable = false)
    String pendingFor = "";

    @Column(name = "BROWSER", nullable = false)
    String browser = "";

    @Column(name = "TAB", nullable = false)
    String tab = "";

    @Column(name = "ADDRESS", nullable = false)
    String address = "";

    @Column(name = "CONTEXT", nullable = false, length = 2000)
    String context = "";

    @Column(name = "KEY_ID", nullable = false)
    String keyId = "";

    @Column(name = "DIGITS", nullable = false)
    int digits;

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    long expiresAt;

    @Column(name = "STATUS", nullable = false)
    String status = "";

    @Column(name = "MOVED_AT", nullable = false)
    long movedAt;

    @Column(name = "TRIES", nullable = false)
    int tries;

    @Column(name = "PHONE_ID")
    @Nullable String phoneId;
}
