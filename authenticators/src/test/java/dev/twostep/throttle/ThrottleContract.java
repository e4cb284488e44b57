package dev.twostep.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link Throttle} must hold. */
public abstract class ThrottleContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Claim tries = new Claim(Limit.WRONG_CODES_PER_USER, "ada", 3, WINDOW);
    private final Claim resend = new Claim(Limit.RESEND, "number", 1, Duration.ofMinutes(2));

    /** @return an empty throttle */
    protected abstract Throttle throttle(InstantSource clock);

    @Test
    @DisplayName("S7: grants as many as the limit says, then names the limit and when it ends")
    void grantsUpToTheLimit() {
        Throttle throttle = throttle(now::get);

        assertThat(List.of(take(throttle, tries), take(throttle, tries), take(throttle, tries)))
                .containsOnly(new Permit.Granted());
        assertThat(take(throttle, tries)).isEqualTo(new Permit.Refused(tries.limit(), START.plus(WINDOW)));
    }

    @Test
    @DisplayName("S7: the window starts with the first use and a refusal does not make it longer")
    void windowStartsWithTheFirstUse() {
        Throttle throttle = throttle(now::get);
        take(throttle, resend);

        now.set(START.plus(resend.window()).minusMillis(1));
        assertThat(take(throttle, resend)).isEqualTo(new Permit.Refused(resend.limit(), START.plus(resend.window())));
        now.set(START.plus(resend.window()));
        assertThat(take(throttle, resend)).isEqualTo(new Permit.Granted());
        assertThat(throttle.freeAt(resend)).isEqualTo(now.get().plus(resend.window()));
    }

    @Test
    @DisplayName("S8: asking when there is room counts nothing")
    void askingCountsNothing() {
        Throttle throttle = throttle(now::get);

        assertThat(throttle.freeAt(resend)).isEqualTo(Instant.EPOCH);
        assertThat(throttle.freeAt(resend)).isEqualTo(Instant.EPOCH);
        take(throttle, resend);
        assertThat(throttle.freeAt(resend)).isEqualTo(START.plus(resend.window()));
        now.set(START.plus(resend.window()));
        assertThat(throttle.freeAt(resend)).isBeforeOrEqualTo(now.get());
    }

    @Test
    @DisplayName("S7: one refusal means that none of the limits was used")
    void allOrNothing() {
        Throttle throttle = throttle(now::get);
        Claim once = new Claim(Limit.SENDS_PER_ADDRESS, "address", 1, WINDOW);
        take(throttle, resend);

        assertThat(throttle.take(List.of(once, resend))).isInstanceOf(Permit.Refused.class);
        assertThat(throttle.take(List.of(resend, once))).isInstanceOf(Permit.Refused.class);
        assertThat(throttle.freeAt(once)).isEqualTo(Instant.EPOCH);
        assertThat(take(throttle, once)).isEqualTo(new Permit.Granted());
    }

    @Test
    @DisplayName("S7: of several used-up limits, the answer names the one that frees up last")
    void namesTheLongest() {
        Throttle throttle = throttle(now::get);
        Claim day = new Claim(Limit.SENDS_PER_NUMBER, "number", 1, Duration.ofDays(1));
        take(throttle, resend);
        take(throttle, day);

        Permit expected = new Permit.Refused(day.limit(), START.plus(day.window()));
        assertThat(throttle.take(List.of(resend, day))).isEqualTo(expected);
        assertThat(throttle.take(List.of(day, resend))).isEqualTo(expected);
    }

    @Test
    @DisplayName("S7: keys and limits are counted apart")
    void keysAndLimitsAreApart() {
        Throttle throttle = throttle(now::get);
        take(throttle, resend);

        assertThat(take(throttle, new Claim(resend.limit(), "other number", 1, WINDOW)))
                .isEqualTo(new Permit.Granted());
        assertThat(take(throttle, new Claim(Limit.SENDS_PER_NUMBER, "number", 1, WINDOW)))
                .isEqualTo(new Permit.Granted());
    }

    @Test
    @DisplayName("A key may be of any length, as ids of federated users are, and long ones are counted apart, too")
    void longKeys() {
        Throttle throttle = throttle(now::get);
        String user = "f:" + "x".repeat(253);
        Claim one = new Claim(Limit.WRONG_CODES_PER_USER, user + "|LOGIN", 1, WINDOW);
        Claim other = new Claim(Limit.WRONG_CODES_PER_USER, user + "|BACKUP_CODE", 1, WINDOW);

        assertThat(take(throttle, one)).isEqualTo(new Permit.Granted());
        assertThat(take(throttle, one)).isInstanceOf(Permit.Refused.class);
        assertThat(take(throttle, other)).isEqualTo(new Permit.Granted());
        throttle.reset(List.of(one));
        assertThat(take(throttle, one)).isEqualTo(new Permit.Granted());
    }

    @Test
    @DisplayName("S7: a limit of none refuses at once")
    void noneAtAll() {
        Throttle throttle = throttle(now::get);
        Claim none = new Claim(Limit.SENDS_PER_USER, "ada", 0, WINDOW);

        assertThat(take(throttle, none)).isEqualTo(new Permit.Refused(none.limit(), START.plus(WINDOW)));
        assertThat(throttle.freeAt(none)).isEqualTo(START.plus(WINDOW));
    }

    @Test
    @DisplayName("S6: a use can be given back, but no more than were used")
    void givesBack() {
        Throttle throttle = throttle(now::get);
        throttle.giveBack(resend);
        take(throttle, resend);
        throttle.giveBack(resend);
        throttle.giveBack(resend);

        assertThat(take(throttle, resend)).isEqualTo(new Permit.Granted());
        assertThat(take(throttle, resend)).isInstanceOf(Permit.Refused.class);
    }

    @Test
    @DisplayName("S1: a right code makes the wrong ones forgotten")
    void resets() {
        Throttle throttle = throttle(now::get);
        throttle.reset(List.of(tries));
        Collections.nCopies(tries.max(), tries).forEach(claim -> take(throttle, claim));
        throttle.reset(List.of(tries));

        assertThat(throttle.freeAt(tries)).isEqualTo(Instant.EPOCH);
        assertThat(take(throttle, tries)).isEqualTo(new Permit.Granted());
    }

    @Test
    @DisplayName("S1: 40 calls at once never get more than the limit")
    void holdsUnderParallelCalls() throws Exception {
        Throttle throttle = throttle(now::get);
        Claim five = new Claim(Limit.WRONG_CODES_PER_USER, "crowd", 5, WINDOW);
        Claim many = new Claim(Limit.SENDS_PER_ADDRESS, "crowd", 1000, WINDOW);
        assertThat(grantedOf40(() -> throttle.take(List.of(five, many)))).isEqualTo(five.max());
    }

    @Test
    @DisplayName("S1: when a window has just ended, nobody is refused who still has room")
    void refusesNobodyAtTheTurnOfAWindow() throws Exception {
        Throttle throttle = throttle(now::get);
        Claim roomy = new Claim(Limit.SENDS_PER_ADDRESS, "crowd", 40, WINDOW);
        for (int turn = 1; turn <= 5; turn++) {
            now.set(now.get().plus(WINDOW));
            assertThat(grantedOf40(() -> take(throttle, roomy))).isEqualTo(40);
            assertThat(take(throttle, roomy)).isInstanceOf(Permit.Refused.class);
        }
    }

    private static long grantedOf40(Callable<Permit> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            long granted = 0;
            for (Future<Permit> answer : threads.invokeAll(Collections.nCopies(40, call))) {
                granted += answer.get() instanceof Permit.Granted ? 1 : 0;
            }
            return granted;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Permit take(Throttle throttle, Claim claim) {
        return throttle.take(List.of(claim));
    }
}
