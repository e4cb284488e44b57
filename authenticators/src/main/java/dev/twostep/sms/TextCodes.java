package dev.twostep.sms;

import dev.twostep.secret.Secret;
import dev.twostep.sms.CodeState.Kind;
import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Limit;
import dev.twostep.throttle.Permit;
import dev.twostep.throttle.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text code: sending it, sending it again, checking it. Checking is spending: the one atomic step that accepts a code
 * also uses it up, and a try is counted before anything is compared.
 */
public final class TextCodes {

    /** A text that no worker took up within this time was lost with its node, and may be sent at once. */
    static final Duration LOST_AFTER = Duration.ofSeconds(15);

    private final SmsPolicy policy;
    private final CodeLimits limits;
    private final TextCodeStore store;
    private final Throttle throttle;
    private final CodeDigits digits;
    private final Dispatcher dispatcher;
    private final InstantSource clock;
    private final Supplier<String> newId;

    /**
     * Wires the feature.
     *
     * @param newId makes ids of at least 128 random bits and at most 36 characters
     */
    public TextCodes(
            SmsPolicy policy,
            TextCodeStore store,
            Throttle throttle,
            CodeDigits digits,
            Dispatcher dispatcher,
            InstantSource clock,
            Supplier<String> newId) {
        this.policy = policy;
        this.limits = new CodeLimits(policy);
        this.store = store;
        this.throttle = throttle;
        this.digits = digits;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.newId = newId;
    }

    /** A sign-in reaches the code page: the living code of this browser stays, otherwise one is sent. */
    public CodeState begin(CodeRequest request) {
        Instant now = clock.instant();
        Optional<TextCode> code = store.latest(request.owner());
        if (code.isPresent() && !code.get().expired(now)) {
            return state(code.get(), request, now);
        }
        return send(request, code.orElse(null), now);
    }

    /** The page is looked at again. Sends nothing (S2). */
    public CodeState look(CodeRequest request) {
        Instant now = clock.instant();
        return store.latest(request.owner())
                .map(code -> state(code, request, now))
                .orElseGet(() -> CodeState.of(Kind.WAITING, throttle.freeAt(limits.pause(request.owner()))));
    }

    /** The person asks for another text: the same code while it has enough life left, and the same count of tries always. */
    public CodeState sendAgain(CodeRequest request) {
        Instant now = clock.instant();
        TextCode code = store.latest(request.owner()).orElse(null);
        if (code == null) {
            return send(request, null, now);
        }
        if (code.exhausted(SmsPolicy.TRIES) && !code.expired(now)) {
            return state(code, request, now);
        }
        return send(request, withoutLostText(code, request, now), now);
    }

    /** Compares what was typed with the living code of this browser. */
    public CodeCheck check(CodeOwner owner, String typed) {
        Instant now = clock.instant();
        Optional<TextCode> latest = store.latest(owner);
        if (latest.isEmpty() || latest.get().expired(now)) {
            return new CodeCheck.Expired();
        }
        TextCode code = latest.get();
        List<Claim> guesses = limits.guess(owner.userId(), owner.purpose());
        if (throttle.take(guesses) instanceof Permit.Refused refused) {
            return new CodeCheck.Throttled(refused.limit(), refused.until());
        }
        if (!store.spendTry(code.id(), SmsPolicy.TRIES, now)) {
            guesses.forEach(throttle::giveBack);
            return code.exhausted(SmsPolicy.TRIES) || stillThere(owner, code)
                    ? new CodeCheck.Exhausted()
                    : new CodeCheck.Expired();
        }
        Optional<Secret> expected = digits.of(code);
        if (expected.isEmpty()) {
            return new CodeCheck.Expired();
        }
        if (!expected.get().matches(typed)) {
            return new CodeCheck.Wrong();
        }
        if (!store.consume(code.id(), now)) {
            return new CodeCheck.Expired();
        }
        forget(owner);
        return new CodeCheck.Accepted();
    }

    /**
     * After a right code: forgets wrong ones; whoever proved a number did so past another factor, and starts anew at signing in as
     * well. The wait is for texts that are slow; this one has arrived, so the next sign-in need not wait for it.
     */
    private void forget(CodeOwner owner) {
        List<Claim> forgotten = new ArrayList<>(limits.guess(owner.userId(), owner.purpose()));
        if (owner.purpose() == Purpose.VERIFY_NUMBER) {
            forgotten.addAll(limits.guess(owner.userId(), Purpose.LOGIN));
        }
        forgotten.add(limits.pause(owner));
        throttle.reset(forgotten);
    }

    private boolean stillThere(CodeOwner owner, TextCode code) {
        return store.latest(owner).map(TextCode::id).filter(code.id()::equals).isPresent();
    }

    private CodeState send(CodeRequest request, @Nullable TextCode previous, Instant now) {
        if (throttle.take(limits.text(request)) instanceof Permit.Refused refused) {
            return refused(request, refused, now);
        }
        TextCode code = codeToSend(request.owner(), previous, now);
        Secret body = request.wording().around(digits.of(code).orElseThrow());
        TextMessage message = new TextMessage(request.number(), body, Duration.between(now, code.expiresAt()));
        Claim pause = limits.pause(request.owner());
        if (!dispatcher.handOver(new PendingText(code.id(), message, pause))) {
            store.moveDelivery(code.id(), Delivery.QUEUED, Delivery.NOT_SENT, null, now);
            throttle.giveBack(pause);
            return CodeState.refused(null, now);
        }
        return CodeState.texted(now.plus(policy.resendWait()));
    }

    /** No text goes out. A code that this sign-in has stays good, whatever limit bites; without one there is only the wait (S8). */
    private CodeState refused(CodeRequest request, Permit.Refused refused, Instant now) {
        boolean onlyTheWait = refused.limit() == Limit.RESEND;
        Optional<CodeState> own = store.latest(request.owner())
                .filter(code -> !code.expired(now) || onlyTheWait)
                .map(code -> state(code, request, now));
        if (onlyTheWait) {
            return own.orElseGet(() -> CodeState.of(Kind.WAITING, refused.until()));
        }
        return own.filter(state -> state.kind() == Kind.SENT)
                .map(state -> state.with(refused.limit(), refused.until()))
                .orElseGet(() -> CodeState.limited(refused.limit(), refused.until()));
    }

    private TextCode codeToSend(CodeOwner owner, @Nullable TextCode previous, Instant now) {
        if (previous != null && hasLifeLeft(previous, now) && requeued(previous, now)) {
            return previous;
        }
        int tries = previous == null || previous.exhausted(SmsPolicy.TRIES) ? 0 : previous.tries();
        TextCode code = new TextCode(
                newId.get(),
                owner,
                digits.currentKeyId(),
                now,
                now.plus(policy.codeLife()),
                tries,
                false,
                Delivery.QUEUED,
                null,
                now);
        store.insert(code, previous);
        return code;
    }

    private boolean hasLifeLeft(TextCode code, Instant now) {
        return Duration.between(now, code.expiresAt()).compareTo(SmsPolicy.LEAST_LIFE_TO_SEND) >= 0
                && digits.of(code).isPresent();
    }

    private boolean requeued(TextCode code, Instant now) {
        return store.moveDelivery(code.id(), code.delivery(), Delivery.QUEUED, null, now);
    }

    private CodeState state(TextCode code, CodeRequest request, Instant now) {
        if (code.exhausted(SmsPolicy.TRIES)) {
            return CodeState.of(Kind.EXHAUSTED, code.expiresAt());
        }
        Instant resendAt = lost(code, now) ? now : throttle.freeAt(limits.pause(request.owner()));
        return switch (code.delivery()) {
            case REFUSED, NOT_SENT -> CodeState.refused(code.refusal(), resendAt);
            case QUEUED, SENDING, ACCEPTED, UNSURE ->
                CodeState.of(code.expired(now) ? Kind.EXPIRED : Kind.SENT, resendAt);
        };
    }

    /** Only the one who moves the lost text away may free the wait; a worker that wakes up late then finds it gone. */
    private TextCode withoutLostText(TextCode code, CodeRequest request, Instant now) {
        if (!lost(code, now) || !store.moveDelivery(code.id(), Delivery.QUEUED, Delivery.NOT_SENT, null, now)) {
            return code;
        }
        throttle.giveBack(limits.pause(request.owner()));
        return code.at(Delivery.NOT_SENT);
    }

    private static boolean lost(TextCode code, Instant now) {
        return code.delivery() == Delivery.QUEUED
                && code.movedAt().plus(LOST_AFTER).isBefore(now);
    }
}
