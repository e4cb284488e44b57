package dev.twostep.push;

import java.util.Locale;
import java.util.Set;

/** What has become of a {@link LoginRequest}. */
public enum RequestStatus {
    PENDING,
    /** The phone said yes; the browser has not gone on yet. */
    APPROVED,
    /** The browser went on. */
    FINISHED,
    DENIED,
    /** Too many wrong numbers; counts as a denial. */
    WRONG_NUMBER,
    /** "This wasn't me." */
    REPORTED,
    EXPIRED,
    /** Given up in the browser, for another way. */
    CANCELLED,
    /** The same, and the other way led to the end. */
    OTHER_WAY;

    static final Set<RequestStatus> SUCCESSFUL = Set.of(APPROVED, FINISHED, OTHER_WAY);
    static final Set<RequestStatus> REFUSED = Set.of(DENIED, WRONG_NUMBER, REPORTED);
    static final Set<RequestStatus> UNANSWERED = Set.of(PENDING, EXPIRED, CANCELLED);

    /** Whether its sign-in may have ended well, with the phone or in another way: then there may be a session of it. */
    public boolean isSuccessful() {
        return SUCCESSFUL.contains(this);
    }

    /** As the phone API, pages and events name it; to a phone, what was given up was given up. */
    public String label() {
        return this == OTHER_WAY ? CANCELLED.label() : name().toLowerCase(Locale.ROOT);
    }
}
