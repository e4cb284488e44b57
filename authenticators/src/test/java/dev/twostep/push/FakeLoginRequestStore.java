package dev.twostep.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps login requests in a list. As the port demands, each change is one atomic step that looks at what is stored and not at what the caller has seen, and its
 * answer says whether it was this caller's. One row of a user is pending, also one whose time is over, until {@link #expire} or a move frees its place.
 */
final class FakeLoginRequestStore implements LoginRequestStore {

    /** What other nodes do after the caller has looked: one of these before each of its next steps. */
    final List<Runnable> overtaking = new ArrayList<>();

    final List<LoginRequest> requests = new ArrayList<>();

    @Override
    public synchronized boolean insert(LoginRequest request) {
        overtake();
        boolean taken = requests.stream()
                .anyMatch(other -> other.status() == RequestStatus.PENDING
                        && other.asker().userId().equals(request.asker().userId()));
        return !taken && requests.add(request);
    }

    @Override
    public synchronized Optional<LoginRequest> find(String id) {
        return requests.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<LoginRequest> recent(String userId, int most, Instant since) {
        return requests.stream()
                .filter(request -> request.asker().userId().equals(userId))
                .filter(request -> request.movedAt().isAfter(since))
                .sorted(Comparator.comparing(LoginRequest::createdAt).reversed().thenComparing(LoginRequest::id))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean move(
            String id, Set<RequestStatus> from, RequestStatus to, Instant after, Instant now, @Nullable String phone) {
        overtake();
        return change(
                id,
                request ->
                        from.contains(request.status()) && request.expiresAt().isAfter(after),
                request -> with(request, to, now, request.tries(), phone == null ? request.phone() : phone));
    }

    @Override
    public synchronized boolean spendTry(String id, int most, Instant now) {
        overtake();
        return change(
                id,
                request -> request.status() == RequestStatus.PENDING
                        && request.tries() < most
                        && request.expiresAt().isAfter(now),
                request -> with(request, request.status(), request.movedAt(), request.tries() + 1, request.phone()));
    }

    @Override
    public synchronized void expire(String userId, Instant now) {
        requests.replaceAll(request -> request.asker().userId().equals(userId)
                        && request.status() == RequestStatus.PENDING
                        && !request.expiresAt().isAfter(now)
                ? with(request, RequestStatus.EXPIRED, request.movedAt(), request.tries(), request.phone())
                : request);
    }

    /** Puts one into a status, whatever it takes to get there. */
    void put(String id, RequestStatus status, int tries) {
        change(id, request -> true, request -> with(request, status, request.movedAt(), tries, request.phone()));
    }

    private void overtake() {
        if (!overtaking.isEmpty()) {
            overtaking.remove(0).run();
        }
    }

    private boolean change(String id, Predicate<LoginRequest> condition, UnaryOperator<LoginRequest> change) {
        Optional<LoginRequest> found = find(id).filter(condition);
        found.ifPresent(request -> requests.set(requests.indexOf(request), change.apply(request)));
        return found.isPresent();
    }

    static LoginRequest with(
            LoginRequest request, RequestStatus status, Instant movedAt, int tries, @Nullable String phone) {
        return new LoginRequest(
                request.id(),
                request.asker(),
                request.keyId(),
                request.digits(),
                request.createdAt(),
                request.expiresAt(),
                status,
                movedAt,
                tries,
                phone);
    }
}
