package dev.twostep.backupcode;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@link BackupCodeStore} in memory. */
final class FakeBackupCodeStore implements BackupCodeStore {

    @Nullable BackupCodeSet set;

    Set<String> factors = Set.of("phone");

    /** How often it was written. */
    int writes;

    @Override
    public synchronized Holding look() {
        return new Holding(Optional.ofNullable(set), factors);
    }

    @Override
    public synchronized <T> T change(Function<Holding, Step<T>> decision) {
        Step<T> step = decision.apply(look());
        if (step.set() != null) {
            set = step.set();
            writes++;
        }
        return step.answer();
    }
}
