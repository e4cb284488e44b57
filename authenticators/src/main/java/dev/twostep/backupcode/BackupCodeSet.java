package dev.twostep.backupcode;

import dev.twostep.secret.SecretHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All backup codes of one user and their rules. Immutable: each step answers with the set as it is afterwards.
 *
 * <p>Codes are numbered as long as the set lives, so that a number on an old sheet of paper never means a newer code. Used and voided ones
 * stay, so that whoever types one is told what it is (B5).
 *
 * @param hasher  how they are hashed
 * @param entries    in ascending order of their numbers
 * @param pending    the code that was made and not yet kept
 * @param factors    the ids of the second factors that the codes hang on: once none of them exists, no code of today will ever be
 *                   accepted again
 */
public record BackupCodeSet(
        CodeHasher hasher, List<Entry> entries, @Nullable Pending pending, Set<String> factors) {

    /** B2. */
    public static final int MOST_ACTIVE = 5;

    /** Enough for the codes of years; beyond, the oldest inactive ones are forgotten, so that the row stays small. */
    static final int MOST_INACTIVE = 100;

    /** Whether a code is still worth something, and if not, why. */
    public enum State {
        ACTIVE,
        USED,
        VOIDED
    }

    /** @param since when it came into its state */
    public record Entry(int number, SecretHash hash, State state, Instant since) {

        private Entry to(State next, Instant now) {
            return new Entry(number, hash, next, now);
        }
    }

    /**
     * A code that the user has been shown but has not kept yet. It is computed from these, and stored nowhere.
     *
     * @param replacing whether it makes all others inactive once it is kept
     */
    public record Pending(int number, String id, String keyId, boolean replacing) {}

    public BackupCodeSet {
        entries = List.copyOf(entries);
        factors = Set.copyOf(factors);
    }

    static BackupCodeSet empty(CodeHasher hasher, Set<String> factors) {
        return new BackupCodeSet(hasher, List.of(), null, factors);
    }

    /**
     * The set as it stands under the factors that exist now. As long as one of those that it hangs on is left, factors that came
     * later hold it as well; with none left, everything in it is void.
     */
    public BackupCodeSet under(Set<String> existing, Instant now) {
        if (existing.stream().noneMatch(factors::contains)) {
            return with(voided(entry -> true, now), null, existing);
        }
        return with(entries, pending, existing);
    }

    public int active() {
        return (int) entries.stream().filter(BackupCodeSet::isActive).count();
    }

    /** The number of the code that must be used next (B3). */
    public OptionalInt next() {
        return entries.stream()
                .filter(BackupCodeSet::isActive)
                .mapToInt(Entry::number)
                .min();
    }

    /** What happened to the newest code; empty if there never was one. */
    public Optional<State> newest() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).state());
    }

    int nextNumber() {
        return entries.isEmpty() ? 1 : entries.get(entries.size() - 1).number() + 1;
    }

    BackupCodeSet offering(Pending code) {
        return with(entries, code, factors);
    }

    Optional<Entry> entry(int number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The pending code was kept: from now on it is one of the active ones (B6). */
    BackupCodeSet keeping(Pending code, SecretHash hash, Instant now) {
        List<Entry> all = new ArrayList<>(code.replacing() ? voided(entry -> true, now) : entries);
        all.add(new Entry(code.number(), hash, State.ACTIVE, now));
        return with(withoutOldest(all), null, factors);
    }

    /** The code of this hash, looked for among all, and always as long. */
    Optional<Entry> find(SecretHash typed) {
        @Nullable Entry found = null;
        for (Entry entry : entries) {
            found = entry.hash().matches(typed) ? entry : found;
        }
        return Optional.ofNullable(found);
    }

    BackupCodeSet using(int number, Instant now) {
        return left(replaced(entry -> entry.number() == number ? entry.to(State.USED, now) : entry));
    }

    BackupCodeSet voidingBefore(int number, Instant now) {
        return left(voided(entry -> entry.number() < number, now));
    }

    BackupCodeSet voidingAll(Instant now) {
        return left(voided(entry -> true, now));
    }

    /** The offer is taken back. The next one has this number too, and another code: this one was seen. */
    BackupCodeSet withdrawing() {
        return with(entries, null, factors);
    }

    /** The code on offer replaces no others any more; where there are as many as there may be, there is no place for it. */
    BackupCodeSet keepingOthers() {
        if (pending == null || !pending.replacing()) {
            return this;
        }
        return active() < MOST_ACTIVE
                ? offering(new Pending(pending.number(), pending.id(), pending.keyId(), false))
                : withdrawing();
    }

    /**
     * What is left after a code was entered. An offer ends with the last active code: it was made beside codes that are gone now, and where
     * these were found, it may have been seen with them.
     */
    private BackupCodeSet left(List<Entry> all) {
        return with(all, all.stream().anyMatch(BackupCodeSet::isActive) ? pending : null, factors);
    }

    private List<Entry> voided(Predicate<Entry> which, Instant now) {
        return replaced(entry -> isActive(entry) && which.test(entry) ? entry.to(State.VOIDED, now) : entry);
    }

    private List<Entry> replaced(UnaryOperator<Entry> change) {
        return entries.stream().map(change).toList();
    }

    private BackupCodeSet with(List<Entry> all, @Nullable Pending code, Set<String> hold) {
        return new BackupCodeSet(hasher, all, code, hold);
    }

    private static List<Entry> withoutOldest(List<Entry> all) {
        long surplus = all.stream().filter(entry -> !isActive(entry)).count() - MOST_INACTIVE;
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : all) {
            if (surplus > 0 && !isActive(entry)) {
                surplus--;
            } else {
                kept.add(entry);
            }
        }
        return kept;
    }

    private static boolean isActive(Entry entry) {
        return entry.state() == State.ACTIVE;
    }

    @Override
    public String toString() {
        return "BackupCodeSet(" + entries.size() + " codes)";
    }
}
