package dev.twostep.apppassword;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Port: where the temporary passwords of one user are kept, together with what they hang on. */
public interface AppPasswordStore {

    /**
     * What is stored now.
     *
     * @param passwords in the order in which they were made; what cannot be read is left out, and so never accepted
     */
    record Holding(List<IssuedPassword> passwords, Grounds grounds) {}

    /**
     * What to do with one password.
     *
     * @param password what to store in its place; null leaves everything as it is
     */
    record Step<T>(@Nullable IssuedPassword password, T answer) {}

    /** As of now or shortly before. */
    Holding look();

    /** One of them, as {@link #look}; at a cost that does not grow with their number. */
    Optional<IssuedPassword> find(String id);

    /** What they hang on, as {@link #look}. */
    Grounds grounds();

    /**
     * Adds one, in an atomic step on the newest state: two of them never see the same one. The decision may be asked for several times. Throws
     * if the store fails; then nothing has changed.
     */
    <T> T add(Function<Holding, Step<T>> decision);

    /** Changes one, in an atomic step on its newest state, as {@link #add}; a password that is gone is not made again. */
    <T> T change(String id, Function<Optional<IssuedPassword>, Step<T>> decision);

    void remove(Collection<String> ids);
}
