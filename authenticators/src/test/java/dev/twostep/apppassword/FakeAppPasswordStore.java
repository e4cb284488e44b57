package dev.twostep.apppassword;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An {@link AppPasswordStore} in memory. */
final class FakeAppPasswordStore implements AppPasswordStore {

    final Map<String, IssuedPassword> passwords = new LinkedHashMap<>();

    Grounds grounds = new Grounds(Set.of("phone"), "password-1");

    /** How often one was changed. */
    int changes;

    @Override
    public synchronized Holding look() {
        return new Holding(List.copyOf(passwords.values()), grounds);
    }

    @Override
    public synchronized Optional<IssuedPassword> find(String id) {
        return Optional.ofNullable(passwords.get(id));
    }

    @Override
    public synchronized Grounds grounds() {
        return grounds;
    }

    @Override
    public synchronized <T> T add(Function<Holding, Step<T>> decision) {
        return keep(decision.apply(look()));
    }

    @Override
    public synchronized <T> T change(String id, Function<Optional<IssuedPassword>, Step<T>> decision) {
        changes++;
        return keep(decision.apply(find(id)));
    }

    @Override
    public synchronized void remove(Collection<String> ids) {
        ids.forEach(passwords::remove);
    }

    private <T> T keep(Step<T> step) {
        if (step.password() != null) {
            passwords.put(step.password().id(), step.password());
        }
        return step.answer();
    }
}
