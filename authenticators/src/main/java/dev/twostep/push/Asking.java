package dev.twostep.push;

import java.time.Instant;

/** The answer to a sign-in that asks for an approval. */
public sealed interface Asking {

    /**
     * It waits for the phone.
     *
     * @param isNew  whether it was made now; a page that is loaded again finds the one it has
     * @param silent whether no notification is to be sent
     */
    record Asked(LoginRequest request, boolean isNew, boolean silent) implements Asking {}

    /** Another browser's is waiting, at the latest until then. */
    record Busy(Instant until) implements Asking {}

    /** Not before then (P7). */
    record Wait(Reason reason, Instant until) implements Asking {}

    /** Why. */
    enum Reason {
        /** The user said of one that it was somebody else. */
        REPORTED,
        /** The last one from here was denied. */
        DENIED,
        /** The last ones came to nothing. */
        IN_VAIN
    }
}
