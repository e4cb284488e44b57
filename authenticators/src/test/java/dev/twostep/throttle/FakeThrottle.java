package dev.twostep.throttle;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link Throttle} in memory, for tests of what is limited. */
public final class FakeThrottle implements Throttle {

    private record Key(Limit limit, String key) {}

    private record Counter(int used, Instant resetsAt) {}

    private final Map<Key, Counter> counters = new HashMap<>();
    private final InstantSource clock;

    public FakeThrottle(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Permit take(List<Claim> claims) {
        Map<Key, Counter> before = Map.copyOf(counters);
        Optional<Permit.Refused> longest = claims.stream()
                .flatMap(claim -> use(claim).stream().map(until -> new Permit.Refused(claim.limit(), until)))
                .max(Comparator.comparing(Permit.Refused::until));
        if (longest.isEmpty()) {
            return new Permit.Granted();
        }
        counters.clear();
        counters.putAll(before);
        return longest.get();
    }

    @Override
    public synchronized Instant freeAt(Claim claim) {
        return usedUpUntil(claim).orElse(Instant.EPOCH);
    }

    @Override
    public synchronized void giveBack(Claim claim) {
        counters.computeIfPresent(
                key(claim),
                (key, counter) -> counter.used() == 0 ? counter : new Counter(counter.used() - 1, counter.resetsAt()));
    }

    @Override
    public synchronized void reset(List<Claim> claims) {
        claims.forEach(claim -> counters.remove(key(claim)));
    }

    private Optional<Instant> use(Claim claim) {
        Optional<Instant> until = usedUpUntil(claim);
        if (until.isEmpty()) {
            counters.merge(
                    key(claim),
                    new Counter(1, clock.instant().plus(claim.window())),
                    (old, first) -> open(old) ? new Counter(old.used() + 1, old.resetsAt()) : first);
        }
        return until;
    }

    private Optional<Instant> usedUpUntil(Claim claim) {
        if (claim.max() < 1) {
            return Optional.of(clock.instant().plus(claim.window()));
        }
        return Optional.ofNullable(counters.get(key(claim)))
                .filter(counter -> open(counter) && counter.used() >= claim.max())
                .map(Counter::resetsAt);
    }

    private boolean open(Counter counter) {
        return counter.resetsAt().isAfter(clock.instant());
    }

    private static Key key(Claim claim) {
        return new Key(claim.limit(), claim.key());
    }
}
