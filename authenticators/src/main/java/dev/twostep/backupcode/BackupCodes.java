package dev.twostep.backupcode;

import dev.twostep.backupcode.BackupCodeSet.Entry;
import dev.twostep.backupcode.BackupCodeSet.Pending;
import dev.twostep.backupcode.BackupCodeSet.State;
import dev.twostep.backupcode.BackupCodeStore.Holding;
import dev.twostep.backupcode.BackupCodeStore.Step;
import dev.twostep.secret.SecretHash;
import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Limits;
import dev.twostep.throttle.Permit;
import dev.twostep.throttle.Throttle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The backup codes of one user: <em>generate</em>, <em>confirm</em>, <em>use</em>. Checking a code is spending it. */
public final class BackupCodes {

    private final String userId;
    private final BackupCodePolicy policy;
    private final BackupCodeStore store;
    private final PendingCodes pendingCodes;
    private final Throttle throttle;
    private final InstantSource clock;
    private final Supplier<byte[]> newSalt;

    /** @param newSalt {@link CodeHasher#SALT_BYTES} random bytes */
    public BackupCodes(
            String userId,
            BackupCodePolicy policy,
            BackupCodeStore store,
            PendingCodes pendingCodes,
            Throttle throttle,
            InstantSource clock,
            Supplier<byte[]> newSalt) {
        this.userId = userId;
        this.policy = policy;
        this.store = store;
        this.pendingCodes = pendingCodes;
        this.throttle = throttle;
        this.clock = clock;
        this.newSalt = newSalt;
    }

    /** The codes as they stand now; nothing may be decided by them. */
    public BackupCodeSet look() {
        return current(store.look(), clock.instant());
    }

    /** Ties the codes to the factors that exist now, which may be other ones than when they were made. */
    public BackupCodeSet settle() {
        Holding seen = store.look();
        Optional<BackupCodeSet> settled = seen.set().map(set -> set.under(seen.factors(), clock.instant()));
        if (settled.isEmpty() || settled.get().factors().equals(seen.set().get().factors())) {
            return current(seen, clock.instant());
        }
        return store.change(holding -> {
            BackupCodeSet set = current(holding.and(seen.factors()), clock.instant());
            return new Step<>(holding.set().isPresent() ? set : null, set);
        });
    }

    /**
     * A new code to keep, or again the one on offer.
     *
     * @param replacing the new code is to replace all others
     */
    public Offer generate(boolean replacing) {
        Set<String> seen = store.look().factors();
        return store.change(holding -> generate(holding.and(seen), replacing));
    }

    /**
     * The user has kept the code with this number: it becomes active. Saying so twice does no harm.
     *
     * @param replacing whether the page said that it replaces all others
     */
    public Keeping confirm(int number, boolean replacing) {
        Keeping keeping = store.change(holding -> confirm(holding, number, replacing));
        if (keeping == Keeping.KEPT) {
            // whoever keeps a new code has signed in past another factor; wrong codes of the past say nothing any more
            throttle.reset(guesses());
        }
        return keeping;
    }

    /** The user does not want the code with this number: it is not offered again (B6). */
    public void withdraw(int number) {
        reconsider(number, BackupCodeSet::withdrawing);
    }

    /** The code with this number is to be one more, and replaces no others. */
    public void keepOthers(int number) {
        reconsider(number, BackupCodeSet::keepingOthers);
    }

    /** Only the offer that the user has seen: another browser may have been shown another one since. */
    private void reconsider(int number, UnaryOperator<BackupCodeSet> change) {
        store.change(holding -> {
            BackupCodeSet set = current(holding, clock.instant());
            boolean offered = set.pending() != null && set.pending().number() == number;
            return new Step<>(offered ? change.apply(set) : null, offered);
        });
    }

    /** Compares what was typed with all codes of the user, and spends the code if it is the next one. */
    public CodeUse use(String typed) {
        List<Claim> guesses = guesses();
        if (throttle.take(guesses) instanceof Permit.Refused refused) {
            return new CodeUse.Throttled(refused.limit(), refused.until());
        }
        CodeUse use = BackupCode.read(typed).map(this::spend).orElseGet(() -> new CodeUse.Unknown(next()));
        if (use instanceof CodeUse.Accepted) {
            throttle.reset(guesses);
        }
        return use;
    }

    /** The number that the page asks for next (B3). */
    public OptionalInt next() {
        return look().next();
    }

    /** The hash is computed before the step, which is short. A set begun anew in between has another salt, and no match. */
    private CodeUse spend(BackupCode code) {
        Optional<BackupCodeSet> seen = store.look().set();
        if (seen.isEmpty()) {
            return new CodeUse.Unknown(OptionalInt.empty());
        }
        SecretHash hash = seen.get().hasher().hash(code);
        return store.change(holding -> use(current(holding, clock.instant()), hash));
    }

    private Step<CodeUse> use(BackupCodeSet set, SecretHash hash) {
        Optional<Entry> found = set.find(hash);
        if (found.isEmpty()) {
            return new Step<>(null, new CodeUse.Unknown(set.next()));
        }
        int number = found.get().number();
        return switch (found.get().state()) {
            case USED -> new Step<>(null, new CodeUse.Used(number, set.next()));
            case VOIDED -> new Step<>(null, new CodeUse.Voided(number, set.next()));
            case ACTIVE -> useActive(set, number);
        };
    }

    private Step<CodeUse> useActive(BackupCodeSet set, int number) {
        Instant now = clock.instant();
        if (set.next().orElseThrow() != number && policy.outOfOrder() == OutOfOrder.REFUSE) {
            return new Step<>(set.voidingAll(now), new CodeUse.OutOfOrder(number));
        }
        BackupCodeSet used = set.using(number, now).voidingBefore(number, now);
        return new Step<>(used, new CodeUse.Accepted(number, used.active()));
    }

    private Step<Offer> generate(Holding holding, boolean replacing) {
        if (holding.factors().isEmpty()) {
            return new Step<>(null, new Offer.NoFactor());
        }
        BackupCodeSet set = current(holding, clock.instant());
        Pending shown = set.pending();
        if (shown != null && pendingCodes.of(shown).isPresent()) {
            return offer(set, new Pending(shown.number(), shown.id(), shown.keyId(), shown.replacing() || replacing));
        }
        if (set.active() >= BackupCodeSet.MOST_ACTIVE && !replacing) {
            return new Step<>(null, new Offer.Full());
        }
        return offer(set, pendingCodes.make(set.nextNumber(), replacing));
    }

    private Step<Offer> offer(BackupCodeSet set, Pending pending) {
        BackupCodeSet offering = set.offering(pending);
        return new Step<>(offering, new Offer.Made(pendingCodes.of(pending).orElseThrow(), pending, offering));
    }

    private Step<Keeping> confirm(Holding holding, int number, boolean replacing) {
        BackupCodeSet set = current(holding, clock.instant());
        Pending pending = set.pending();
        if (pending == null || pending.number() != number) {
            boolean before = set.entry(number)
                    .filter(entry -> entry.state() == State.ACTIVE)
                    .isPresent();
            return new Step<>(null, before ? Keeping.KEPT : Keeping.GONE);
        }
        if (pending.replacing() != replacing) {
            return new Step<>(null, Keeping.GONE);
        }
        return pendingCodes
                .of(pending)
                .map(set.hasher()::hash)
                .map(hash -> new Step<>(set.keeping(pending, hash, clock.instant()), Keeping.KEPT))
                .orElseGet(() -> new Step<>(null, Keeping.GONE));
    }

    private BackupCodeSet current(Holding holding, Instant now) {
        return holding.set()
                .map(set -> set.under(holding.factors(), now))
                .orElseGet(() ->
                        BackupCodeSet.empty(new CodeHasher(CodeHasher.ITERATIONS, newSalt.get()), holding.factors()));
    }

    private List<Claim> guesses() {
        String key = userId + "|BACKUP_CODE";
        return List.of(Limits.wrongCodesPerUser(key, policy.wrongCodesPerUser()), Limits.wrongCodesInARow(key));
    }
}
