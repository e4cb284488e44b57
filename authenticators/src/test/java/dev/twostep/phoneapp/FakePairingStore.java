package dev.twostep.phoneapp;

import dev.twostep.phoneapp.Pairing.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pairings in a list. As the port demands, each change is one atomic step that looks at what is stored and not at what the caller has seen, answers whether
 * it was this caller's, and does nothing to a pairing that has expired; only {@link #end} asks neither for the time nor for a state but {@link State#DONE}.
 */
final class FakePairingStore implements PairingStore {

    /** What another node does after the caller has looked, and before its next step. */
    @Nullable Runnable overtaking;

    private final List<Pairing> pairings = new ArrayList<>();

    @Override
    public synchronized void insert(Pairing pairing) {
        pairings.add(pairing);
    }

    @Override
    public synchronized Optional<Pairing> find(String id) {
        return pairings.stream().filter(pairing -> pairing.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Pairing> ofPhone(String phone) {
        return latest(pairing -> pairing.phone() != null && pairing.phone().id().equals(phone));
    }

    @Override
    public synchronized Optional<Pairing> ofOrigin(String userId, String origin) {
        return latest(pairing -> isOf(pairing, userId, origin));
    }

    @Override
    public synchronized List<Pairing> open(String userId, Instant now) {
        return pairings.stream()
                .filter(pairing -> pairing.userId().equals(userId))
                .filter(pairing -> pairing.state() == State.OPEN && isInTime(pairing, now))
                .toList();
    }

    @Override
    public synchronized boolean claim(String id, NewPhone phone, Instant now) {
        overtake();
        return change(
                id,
                pairing -> pairing.state() == State.OPEN && isInTime(pairing, now),
                pairing -> with(pairing, State.CLAIMED, pairing.tries(), phone));
    }

    @Override
    public synchronized boolean move(String id, State from, State to, Instant now) {
        overtake();
        return change(
                id,
                pairing -> pairing.state() == from && isInTime(pairing, now),
                pairing -> with(pairing, to, pairing.tries(), pairing.phone()));
    }

    @Override
    public synchronized boolean spendTry(String id, int most, Instant now) {
        overtake();
        return change(
                id,
                pairing -> pairing.state() == State.CONFIRMED && pairing.tries() < most && isInTime(pairing, now),
                pairing -> with(pairing, pairing.state(), pairing.tries() + 1, pairing.phone()));
    }

    @Override
    public synchronized void end(String userId, String origin) {
        pairings.replaceAll(pairing -> isOf(pairing, userId, origin) && pairing.state() != State.DONE
                ? with(pairing, State.OVER, pairing.tries(), pairing.phone())
                : pairing);
    }

    /** Puts one into a state, whatever it takes to get there. */
    void put(String id, State state, int tries, @Nullable NewPhone phone) {
        change(id, pairing -> true, pairing -> with(pairing, state, tries, phone));
    }

    private void overtake() {
        Runnable now = overtaking;
        overtaking = null;
        if (now != null) {
            now.run();
        }
    }

    private boolean change(String id, Predicate<Pairing> condition, UnaryOperator<Pairing> change) {
        Optional<Pairing> found = find(id).filter(condition);
        found.ifPresent(pairing -> pairings.set(pairings.indexOf(pairing), change.apply(pairing)));
        return found.isPresent();
    }

    private Optional<Pairing> latest(Predicate<Pairing> condition) {
        return pairings.stream().filter(condition).max(Comparator.comparing(Pairing::createdAt));
    }

    private static boolean isOf(Pairing pairing, String userId, String origin) {
        return pairing.userId().equals(userId) && pairing.origin().equals(origin);
    }

    private static boolean isInTime(Pairing pairing, Instant now) {
        return pairing.expiresAt().isAfter(now);
    }

    private static Pairing with(Pairing pairing, State state, int tries, @Nullable NewPhone phone) {
        return new Pairing(
                pairing.id(),
                pairing.userId(),
                pairing.origin(),
                pairing.keyId(),
                pairing.createdAt(),
                pairing.expiresAt(),
                state,
                tries,
                phone);
    }
}
