package dev.twostep.push;

import dev.twostep.phoneapp.PhoneAnswer;
import dev.twostep.secret.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Login requests: asking, answering, going on. At most one of a user's waits at a time; each step is one atomic operation of the store, and whoever makes
 * it has it.
 */
public final class LoginRequests {

    private static final Set<RequestStatus> PENDING = Set.of(RequestStatus.PENDING);
    private static final Set<RequestStatus> UNFINISHED = Set.of(RequestStatus.PENDING, RequestStatus.APPROVED);
    private static final Set<RequestStatus> GIVEN_UP =
            Set.of(RequestStatus.PENDING, RequestStatus.APPROVED, RequestStatus.CANCELLED, RequestStatus.EXPIRED);

    private final PushPolicy policy;
    private final LoginRequestStore store;
    private final RequestSecrets secrets;
    private final InstantSource clock;
    private final Supplier<String> newId;

    /** @param newId makes ids of at least 128 random bits, base64url */
    public LoginRequests(
            PushPolicy policy,
            LoginRequestStore store,
            RequestSecrets secrets,
            InstantSource clock,
            Supplier<String> newId) {
        this.policy = policy;
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.newId = newId;
    }

    public RequestSecrets secrets() {
        return secrets;
    }

    /** A sign-in reaches the page: the request that its tab has waiting stays, otherwise one is made. */
    public Asking ask(Asker asker) {
        Instant now = clock.instant();
        List<LoginRequest> recent = store.recent(asker.userId(), Fatigue.MOST_LOOKED_AT, now.minus(Fatigue.MEMORY));
        Optional<LoginRequest> pending = recent.stream()
                .filter(request -> request.status(now) == RequestStatus.PENDING)
                .findFirst();
        Fatigue fatigue = new Fatigue(recent, now);
        if (pending.isPresent() && pending.get().asker().tab().equals(asker.tab())) {
            return new Asking.Asked(pending.get(), false, wasQuiet(pending.get(), recent, now));
        }
        boolean another =
                pending.isPresent() && !pending.get().asker().browser().equals(asker.browser());
        if (another) {
            return new Asking.Busy(pending.get().expiresAt());
        }
        Optional<Asking.Wait> wait = fatigue.wait(asker);
        if (wait.isPresent()) {
            return wait.get();
        }
        // of this browser's tabs, the last one that asks has it
        pending.ifPresent(request -> cancel(request.id()));
        return insert(asker, now, fatigue.isQuiet());
    }

    /** Whether it was made without a notification. */
    private static boolean wasQuiet(LoginRequest request, List<LoginRequest> recent, Instant now) {
        List<LoginRequest> before =
                recent.stream().filter(other -> !other.equals(request)).toList();
        return new Fatigue(before, now).isQuiet();
    }

    private Asking insert(Asker asker, Instant now, boolean silent) {
        store.expire(asker.userId(), now);
        LoginRequest request = new LoginRequest(
                newId.get(),
                asker,
                secrets.currentKeyId(),
                policy.numberDigits(),
                now,
                now.plus(policy.requestLife()),
                RequestStatus.PENDING,
                now,
                0,
                null);
        return store.insert(request)
                ? new Asking.Asked(request, true, silent)
                : new Asking.Busy(now.plus(policy.requestLife()));
    }

    public Optional<LoginRequest> find(String id) {
        return store.find(id);
    }

    public List<LoginRequest> recent(String userId, int most, Instant since) {
        return store.recent(userId, most, since);
    }

    /** The phone's answer, whose signature was checked. A number is counted before it is compared. */
    public Answering answer(LoginRequest request, PhoneAnswer answer, String phone, String context) {
        boolean isForIt = answer.request().equals(request.id())
                && secrets.nonce(request)
                        .map(Secret::of)
                        .filter(nonce -> nonce.matches(answer.nonce()))
                        .isPresent()
                && answer.context().equals(context);
        if (!isForIt) {
            return new Answering.NotForIt();
        }
        return switch (answer.decision()) {
            case NOT_ME -> report(request, phone);
            case DENY -> move(request, RequestStatus.DENIED, phone);
            case APPROVE -> approve(request, answer, phone);
        };
    }

    /**
     * Also of one that is over: whoever finds it later wants its consequences. They depend on what had become of it, so it is moved from nothing but what was seen;
     * whatever comes between is looked at again, and that ends, because no request ever comes back to where it stood.
     */
    private Answering report(LoginRequest request, String phone) {
        Optional<LoginRequest> seen = Optional.of(request);
        while (seen.isPresent() && seen.get().status() != RequestStatus.REPORTED) {
            Instant now = clock.instant();
            Set<RequestStatus> from = Set.of(seen.get().status());
            if (store.move(request.id(), from, RequestStatus.REPORTED, Instant.EPOCH, now, phone)) {
                return new Answering.Counted(seen.get().status(now), RequestStatus.REPORTED);
            }
            seen = store.find(request.id());
        }
        return over(request);
    }

    private Answering approve(LoginRequest request, PhoneAnswer answer, String phone) {
        if (!store.spendTry(request.id(), LoginRequest.MOST_TRIES, clock.instant())) {
            return over(request);
        }
        if (matches(secrets.number(request), answer.number()) || matches(secrets.scanned(request), answer.secret())) {
            return move(request, RequestStatus.APPROVED, phone);
        }
        int left = store.find(request.id()).map(LoginRequest::triesLeft).orElse(0);
        if (left == 0) {
            move(request, RequestStatus.WRONG_NUMBER, phone);
        }
        return new Answering.WrongNumber(left);
    }

    private Answering move(LoginRequest request, RequestStatus to, String phone) {
        return store.move(request.id(), PENDING, to, clock.instant(), clock.instant(), phone)
                ? new Answering.Counted(RequestStatus.PENDING, to)
                : over(request);
    }

    private Answering over(LoginRequest request) {
        Instant now = clock.instant();
        return new Answering.Over(store.find(request.id()).orElse(request).status(now));
    }

    /** The browser goes on: only the tab that asked can, and once. */
    public boolean finish(LoginRequest request, String tab) {
        return request.asker().tab().equals(tab)
                && store.move(
                        request.id(),
                        Set.of(RequestStatus.APPROVED),
                        RequestStatus.FINISHED,
                        clock.instant().minus(LoginRequest.FINISHED_WITHIN),
                        clock.instant(),
                        null);
    }

    /** The browser goes another way. */
    public void cancel(String id) {
        move(id, UNFINISHED, RequestStatus.CANCELLED);
    }

    /** Its sign-in has ended well, another way: whoever asked was no stranger. */
    public void endedOtherwise(String id) {
        move(id, GIVEN_UP, RequestStatus.OTHER_WAY);
    }

    private void move(String id, Set<RequestStatus> from, RequestStatus to) {
        store.move(id, from, to, Instant.EPOCH, clock.instant(), null);
    }

    private static boolean matches(Optional<Secret> secret, @Nullable String other) {
        return other != null && secret.isPresent() && secret.get().matches(other);
    }
}
