package dev.twostep.phoneapp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: pairings, on all nodes. Each change is one atomic step of its own, and its answer says whether it was this caller who made it. */
public interface PairingStore {

    void insert(Pairing pairing);

    Optional<Pairing> find(String id);

    /** The latest one that the phone with this id has claimed. */
    Optional<Pairing> ofPhone(String phone);

    /** The latest one of a user that began there. */
    Optional<Pairing> ofOrigin(String userId, String origin);

    /** Those of a user that can be claimed at {@code now}. */
    List<Pairing> open(String userId, Instant now);

    /** Gives it to the phone, if it is open and in time. */
    boolean claim(String id, NewPhone phone, Instant now);

    /** Moves it on, if it stands at {@code from} and is in time. */
    boolean move(String id, Pairing.State from, Pairing.State to, Instant now);

    /** Counts a number of the trial before it is compared; false if there is none left, or it is not the time for one. */
    boolean spendTry(String id, int most, Instant now);

    /** Ends all that began there and are not done. */
    void end(String userId, String origin);
}
