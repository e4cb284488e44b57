package dev.twostep.sms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps codes in a list; every method is one atomic step, as the port demands. */
final class FakeTextCodeStore implements TextCodeStore {

    private final List<TextCode> codes = new ArrayList<>();

    @Override
    public synchronized Optional<TextCode> latest(CodeOwner owner) {
        return codes.stream()
                .filter(code -> code.owner().equals(owner) && !code.used())
                .max(Comparator.comparing(TextCode::createdAt));
    }

    @Override
    public synchronized void insert(TextCode code, @Nullable TextCode replaced) {
        if (replaced != null) {
            change(replaced.id(), old -> with(old, old.tries(), true, old.delivery(), old.refusal(), old.movedAt()));
        }
        codes.add(code);
    }

    @Override
    public synchronized boolean spendTry(String id, int maxTries, Instant now) {
        return change(
                id,
                code -> code.used() || code.tries() >= maxTries || code.expired(now)
                        ? code
                        : with(code, code.tries() + 1, false, code.delivery(), code.refusal(), code.movedAt()));
    }

    @Override
    public synchronized boolean consume(String id, Instant now) {
        return change(
                id,
                code -> code.used() || code.expired(now)
                        ? code
                        : with(code, code.tries(), true, code.delivery(), code.refusal(), code.movedAt()));
    }

    @Override
    public synchronized boolean moveDelivery(
            String id, Delivery from, Delivery to, @Nullable Refusal refusal, Instant now) {
        return change(
                id, code -> code.delivery() == from ? with(code, code.tries(), code.used(), to, refusal, now) : code);
    }

    private boolean change(String id, UnaryOperator<TextCode> update) {
        for (int i = 0; i < codes.size(); i++) {
            TextCode before = codes.get(i);
            if (before.id().equals(id)) {
                codes.set(i, update.apply(before));
                return !codes.get(i).equals(before);
            }
        }
        return false;
    }

    private static TextCode with(
            TextCode code, int tries, boolean used, Delivery delivery, @Nullable Refusal refusal, Instant movedAt) {
        return new TextCode(
                code.id(),
                code.owner(),
                code.keyId(),
                code.createdAt(),
                code.expiresAt(),
                tries,
                used,
                delivery,
                refusal,
                movedAt);
    }
}
