package dev.twostep.throttle.keycloak;

import dev.twostep.keycloak.Collision;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Permit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The counters in Keycloak's own database: the one place that all nodes share and that survives a restart. */
final class JpaThrottle implements ThrottleProvider {

    /** Only the first uses of a new key collide; each round lets one of them in for good, so few are needed. */
    private static final int TRIES = 5;

    /** Everybody locks rows in the same order, or two claims on the same two limits could wait for each other. */
    private static final Comparator<Claim> LOCK_ORDER =
            Comparator.comparing(Claim::limit).thenComparing(Claim::key);

    private final LimitTransaction transaction;
    private final String realmId;
    private final InstantSource clock;

    JpaThrottle(LimitTransaction transaction, String realmId, InstantSource clock) {
        this.transaction = transaction;
        this.realmId = realmId;
        this.clock = clock;
    }

    @Override
    public Permit take(List<Claim> claims) {
        List<Claim> inOrder = claims.stream().sorted(LOCK_ORDER).toList();
        return inOneStep((rows, rollback) -> {
            Permit permit = use(inOrder, rows);
            if (permit instanceof Permit.Refused) {
                rollback.run();
            }
            return permit;
        });
    }

    @Override
    public Instant freeAt(Claim claim) {
        return inOneStep((rows, rollback) -> rows.usedUpUntil(claim)).orElse(Instant.EPOCH);
    }

    @Override
    public void giveBack(Claim claim) {
        change(rows -> rows.giveBack(claim));
    }

    @Override
    public void reset(List<Claim> claims) {
        List<Claim> inOrder = claims.stream().sorted(LOCK_ORDER).toList();
        change(rows -> inOrder.forEach(rows::reset));
    }

    @Override
    public void close() {
        // each step closes its own session
    }

    /** Goes on looking after a refusal, because the answer names the limit that frees up last. */
    private static Permit use(List<Claim> claims, LimitRows rows) {
        List<Permit.Refused> refusals = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<Instant> until = refusals.isEmpty() ? rows.use(claim) : rows.usedUpUntil(claim);
            until.ifPresent(instant -> refusals.add(new Permit.Refused(claim.limit(), instant)));
        }
        Optional<Permit.Refused> longest = refusals.stream().max(Comparator.comparing(Permit.Refused::until));
        return longest.isPresent() ? longest.get() : new Permit.Granted();
    }

    private void change(Consumer<LimitRows> work) {
        inOneStep((rows, rollback) -> {
            work.accept(rows);
            return true;
        });
    }

    /** A collision undoes the whole step, so it can be done again from its beginning. */
    private <T> T inOneStep(BiFunction<LimitRows, Runnable, T> work) {
        for (int tryNumber = 1; ; tryNumber++) {
            try {
                return transaction.run((entityManager, rollback) ->
                        work.apply(new LimitRows(entityManager, realmId, clock.instant()), rollback));
            } catch (RuntimeException failure) {
                if (tryNumber == TRIES || !Collision.caused(failure)) {
                    throw failure;
                }
            }
        }
    }
}
