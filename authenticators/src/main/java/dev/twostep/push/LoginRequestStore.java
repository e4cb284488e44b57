package dev.twostep.push;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port: login requests, on all nodes. Each change is one atomic step of its own, and its answer says whether it was this caller who made it. */
public interface LoginRequestStore {

    /** Stores a pending one; false if the user has one already, on whatever node. */
    boolean insert(LoginRequest request);

    Optional<LoginRequest> find(String id);

    /** The user's that were made or moved since then, newest first. */
    List<LoginRequest> recent(String userId, int most, Instant since);

    /**
     * Moves it on, if it stands at one of {@code from} and expires after {@code after}.
     *
     * @param now   when it moves
     * @param phone which one answered; null leaves it as it is
     */
    boolean move(
            String id, Set<RequestStatus> from, RequestStatus to, Instant after, Instant now, @Nullable String phone);

    /** Counts a number before it is compared; false if there is none left, or the request is over. */
    boolean spendTry(String id, int most, Instant now);

    /** Writes down that what the user has not answered in time has expired. */
    void expire(String userId, Instant now);
}
