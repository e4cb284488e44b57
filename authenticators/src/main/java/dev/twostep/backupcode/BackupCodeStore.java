package dev.twostep.backupcode;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Port: where the codes of one user are kept, together with what they hang on. */
public interface BackupCodeStore {

    /**
     * What is stored now.
     *
     * @param set     empty if the user never had a code, or if what is stored cannot be read
     * @param factors the ids of the user's second factors
     */
    record Holding(Optional<BackupCodeSet> set, Set<String> factors) {

        /** With factors that the caller has just stored, in a transaction that has not ended yet. */
        Holding and(Set<String> more) {
            Set<String> all = new HashSet<>(factors);
            all.addAll(more);
            return new Holding(set, all);
        }
    }

    /**
     * What to do.
     *
     * @param set what to store; null leaves everything as it is
     */
    record Step<T>(@Nullable BackupCodeSet set, T answer) {}

    /** As of now or shortly before; nothing may be decided by it. */
    Holding look();

    /**
     * One atomic step on the newest state: two of them never see the same one, on whatever node they run. The decision may be asked for
     * several times, and only its last answer counts; it must not reach for the database itself. Throws if the store fails; then nothing has changed.
     */
    <T> T change(Function<Holding, Step<T>> decision);
}
