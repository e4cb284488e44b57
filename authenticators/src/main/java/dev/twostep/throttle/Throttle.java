package dev.twostep.throttle;

import java.time.Instant;
import java.util.List;

/**
 * Port: the counters behind all limits. They hold over tabs, logins and nodes, and survive a restart. Each call is one
 * atomic step of its own, which a rolled-back request does not undo.
 */
public interface Throttle {

    /** Uses all limits or none. If several are used up, the answer names the one that frees up last. */
    Permit take(List<Claim> claims);

    /** When the limit has room again; a time that has passed, or {@link Instant#EPOCH}, if it has room now. Counts nothing. */
    Instant freeAt(Claim claim);

    /** Gives back one use, because what it paid for surely did not happen. */
    void giveBack(Claim claim);

    /** Forgets all uses of these, in one step; for example of wrong codes after a right one. */
    void reset(List<Claim> claims);
}
