package dev.twostep.apppassword;

import dev.twostep.apppassword.AppPasswordStore.Holding;
import dev.twostep.apppassword.AppPasswordStore.Step;
import dev.twostep.apppassword.AppPasswordUse.Accepted;
import dev.twostep.apppassword.AppPasswordUse.OtherClient;
import dev.twostep.apppassword.AppPasswordUse.Over;
import dev.twostep.apppassword.AppPasswordUse.Unknown;
import dev.twostep.apppassword.IssuedPassword.State;
import dev.twostep.apppassword.IssuedPassword.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The temporary passwords of one user: <em>issue</em>, <em>use</em>, <em>end</em>. */
public final class AppPasswords {

    /** As Apple has it for app-specific passwords. */
    public static final int MOST_LIVE = 25;
    /** What is written when one is used costs a row and the caches of all nodes, so it is not written each time. */
    static final Duration BETWEEN_NOTES = Duration.ofHours(1);

    private final String userId;
    private final AppPasswordStore store;
    private final InstantSource clock;

    public AppPasswords(String userId, AppPasswordStore store, InstantSource clock) {
        this.userId = userId;
        this.store = store;
        this.clock = clock;
    }

    /** Those that are accepted now. */
    public List<IssuedPassword> live() {
        return live(store.look(), clock.instant());
    }

    /** Whether the one with this id is accepted now, so that what was obtained with it is still good. */
    public boolean isLive(String id) {
        Grounds now = store.grounds();
        return store.find(id)
                .filter(password -> password.state(now, clock.instant()) == State.LIVE)
                .isPresent();
    }

    /** Where a password of this user's is kept. */
    public String idOf(AppPassword password) {
        return password.id(userId);
    }

    /** Keeps a new one; those that are over make room. */
    public Issue issue(AppPassword password, Wish wish) {
        endOver();
        return store.add(holding -> issue(holding, password, wish));
    }

    private Step<Issue> issue(Holding holding, AppPassword password, Wish wish) {
        Instant now = clock.instant();
        List<IssuedPassword> live = live(holding, now);
        if (holding.grounds().factors().isEmpty()) {
            return new Step<>(null, new Issue.NoFactor());
        }
        if (live.stream().anyMatch(other -> other.name().equalsIgnoreCase(wish.name()))) {
            return new Step<>(null, new Issue.NameTaken());
        }
        if (live.size() >= MOST_LIVE) {
            return new Step<>(null, new Issue.Full());
        }
        IssuedPassword issued = new IssuedPassword(
                password.id(userId),
                wish.name(),
                now,
                now.plus(wish.lifetime()),
                wish.client(),
                null,
                null,
                password.hash(),
                holding.grounds());
        return new Step<>(issued, new Issue.Made(password, issued));
    }

    /**
     * Compares what an app sent, and binds the password to the first client that uses it. Parallel calls of two clients: one of them gets it.
     *
     * @param by who uses it now
     */
    public AppPasswordUse use(String typed, Use by) {
        Optional<AppPassword> password = AppPassword.read(typed);
        if (password.isEmpty()) {
            return new Unknown();
        }
        String id = password.get().id(userId);
        Grounds grounds = store.grounds();
        Step<AppPasswordUse> seen = use(store.find(id), password.get(), by, grounds);
        if (seen.password() == null) {
            return seen.answer();
        }
        return store.change(id, newest -> use(newest, password.get(), by, grounds));
    }

    private Step<AppPasswordUse> use(Optional<IssuedPassword> stored, AppPassword typed, Use by, Grounds grounds) {
        Optional<IssuedPassword> right =
                stored.filter(password -> password.hash().matches(typed.hash()));
        if (right.isEmpty()) {
            return new Step<>(null, new Unknown());
        }
        IssuedPassword password = right.get();
        State state = password.state(grounds, by.when());
        if (state != State.LIVE) {
            return new Step<>(null, new Over(password, state));
        }
        if (password.client() != null && !password.client().equals(by.client())) {
            boolean news = isOld(password.refused(), by.when());
            return new Step<>(news ? password.refusedTo(by) : null, new OtherClient(password, news));
        }
        boolean write = password.client() == null || isOld(password.lastUse(), by.when());
        return new Step<>(write ? password.usedBy(by) : null, new Accepted(password));
    }

    private static boolean isOld(@Nullable Use last, Instant now) {
        return last == null || !now.isBefore(last.when().plus(BETWEEN_NOTES));
    }

    /** Ends one; ending one that is gone does no harm. */
    public void end(String id) {
        store.remove(List.of(id));
    }

    public void endAll() {
        remove(store.look().passwords());
    }

    /** Those whose time is over, or whose grounds are gone: they are accepted nowhere, and this only takes them away. */
    public void endOver() {
        Holding holding = store.look();
        Instant now = clock.instant();
        remove(holding.passwords().stream()
                .filter(password -> password.state(holding.grounds(), now) != State.LIVE)
                .toList());
    }

    private void remove(List<IssuedPassword> passwords) {
        if (!passwords.isEmpty()) {
            store.remove(passwords.stream().map(IssuedPassword::id).toList());
        }
    }

    private static List<IssuedPassword> live(Holding holding, Instant now) {
        return holding.passwords().stream()
                .filter(password -> password.state(holding.grounds(), now) == State.LIVE)
                .toList();
    }
}
