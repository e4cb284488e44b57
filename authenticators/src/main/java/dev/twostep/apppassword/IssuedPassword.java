package dev.twostep.apppassword;

import dev.twostep.secret.SecretHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A temporary password as it is kept.
 *
 * @param id      tells nothing of the password
 * @param name    what the user calls the app
 * @param client  the id of the client that it belongs to; null until the first one uses it
 * @param lastUse null if it was never used; at most an hour behind
 * @param refused the client that last tried it although it belongs to another; null if there was none
 * @param hash    of the password
 * @param grounds those on which it was issued; never changed
 */
public record IssuedPassword(
        String id,
        String name,
        Instant created,
        Instant expires,
        @Nullable String client,
        @Nullable Use lastUse,
        @Nullable Use refused,
        SecretHash hash,
        Grounds grounds) {

    /** Whether it is still good for anything, and if not, why. */
    public enum State {
        LIVE,
        EXPIRED,
        /** The account password was changed, or the factors of its time are gone: dead for good. */
        ENDED
    }

    /**
     * Where from it was used. Address and agent are what the app's server says, shortened and cleaned, and only to be shown.
     *
     * @param client the client's id
     */
    public record Use(Instant when, String client, String address, String agent) {}

    public State state(Grounds now, Instant moment) {
        if (!grounds.stillHold(now)) {
            return State.ENDED;
        }
        return moment.isBefore(expires) ? State.LIVE : State.EXPIRED;
    }

    IssuedPassword usedBy(Use use) {
        return new IssuedPassword(id, name, created, expires, use.client(), use, refused, hash, grounds);
    }

    IssuedPassword refusedTo(Use use) {
        return new IssuedPassword(id, name, created, expires, client, lastUse, use, hash, grounds);
    }
}
