package dev.twostep.push;

import dev.twostep.push.Asking.Reason;
import dev.twostep.push.Asking.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What keeps login requests from being a nuisance (P7): whoever has the password may ask, but not as often as it takes to wear somebody out. Read from the
 * requests themselves, so it holds on all nodes; the one request that a user can have at a time makes it exact.
 */
final class Fatigue {

    /** What is looked at. */
    static final Duration MEMORY = Duration.ofHours(24);

    static final int MOST_LOOKED_AT = 50;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration AFTER_DENIAL = Duration.ofMinutes(10);
    private static final int UNANSWERED_UNTIL_QUIET = 3;

    private final List<LoginRequest> newestFirst;
    private final Instant now;

    Fatigue(List<LoginRequest> newestFirst, Instant now) {
        this.newestFirst = newestFirst;
        this.now = now;
    }

    /** Until when nobody like this one may ask, and why; empty if they may. */
    Optional<Wait> wait(Asker asker) {
        return Stream.of(afterReport(), afterDenial(asker), growing())
                .flatMap(Optional::stream)
                .filter(wait -> now.isBefore(wait.until()))
                .max(Comparator.comparing(Wait::until));
    }

    /** Whether a notification would only be one more that nobody answers. The request is in the app all the same. */
    boolean isQuiet() {
        return newestFirst.size() >= UNANSWERED_UNTIL_QUIET
                && newestFirst.stream().limit(UNANSWERED_UNTIL_QUIET).allMatch(is(RequestStatus.UNANSWERED::contains));
    }

    /** P6. Whoever reported one signs in in another way for a day, and so does whoever it was. */
    private Optional<Wait> afterReport() {
        return newestFirst.stream()
                .filter(is(status -> status == RequestStatus.REPORTED))
                .map(request -> request.movedAt().plus(MEMORY))
                .max(Comparator.naturalOrder())
                .map(until -> new Wait(Reason.REPORTED, until));
    }

    /** From where the last one was denied. */
    private Optional<Wait> afterDenial(Asker asker) {
        return newestFirst.stream()
                .filter(is(RequestStatus.REFUSED::contains))
                .filter(request -> request.asker().address().equals(asker.address())
                        || request.asker().browser().equals(asker.browser()))
                .map(request -> request.movedAt().plus(AFTER_DENIAL))
                .max(Comparator.naturalOrder())
                .map(until -> new Wait(Reason.DENIED, until));
    }

    /** Twice as long after each one that came to nothing. */
    private Optional<Wait> growing() {
        int inVain = (int) newestFirst.stream()
                .takeWhile(is(status -> !RequestStatus.SUCCESSFUL.contains(status)))
                .count();
        if (inVain == 0) {
            return Optional.empty();
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(inVain - 1, MOST_DOUBLINGS));
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return Optional.of(
                new Wait(Reason.IN_VAIN, newestFirst.get(0).createdAt().plus(bounded)));
    }

    private Predicate<LoginRequest> is(Predicate<RequestStatus> status) {
        return request -> status.test(request.status(now));
    }
}
