package dev.twostep.throttle.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One counter. Written by the statements of {@link LimitRows} only; nobody reads it, changes it and writes it back. */
@Entity(name = "TwostepLimit")
@Table(name = "TWOSTEP_LIMIT")
public class LimitEntity {

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // Hibernate reads it
    private LimitId id;

    @Column(name = "USED", nullable = false)
    private int used;

    /** Milliseconds since the epoch: the one notion of time that all databases share. */
    @Column(name = "RESETS_AT", nullable = false)
    private long resetsAt;

    /** For Hibernate. */
    protected LimitEntity() {}
}
