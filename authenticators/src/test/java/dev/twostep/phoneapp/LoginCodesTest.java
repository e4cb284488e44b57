package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.throttle.FakeThrottle;
import dev.twostep.throttle.Limit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LoginCodesTest {

    private static final LoginCodeCheck WRONG = new LoginCodeCheck.Wrong();
    private static final LoginCodeCheck ACCEPTED = new LoginCodeCheck.Accepted("phone");

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final FakeLoginCodeStore store = new FakeLoginCodeStore();
    private final FakeThrottle throttle = new FakeThrottle(() -> now);

    @BeforeEach
    void pair() {
        store.keys.put("phone", key("a"));
    }

    @Test
    @DisplayName("C2: the code that the phone shows is accepted once (attack 34)")
    void once() {
        assertThat(use(shown("a", 0))).isEqualTo(ACCEPTED);
        assertThat(use(shown("a", 0))).isEqualTo(WRONG);
    }

    @Test
    @DisplayName("attack 34: after the code of a step, none of that or an earlier one")
    void earlier() {
        assertThat(use(shown("a", 0))).isEqualTo(ACCEPTED);
        assertThat(use(shown("a", -1))).isEqualTo(WRONG);
        assertThat(use(shown("a", 1))).isEqualTo(ACCEPTED);
        assertThat(use(shown("a", 0))).isEqualTo(WRONG);
        now = now.plus(LoginCode.PERIOD);
        assertThat(use(shown("a", 0))).as("entered a step ahead").isEqualTo(WRONG);
        now = now.plus(LoginCode.PERIOD);
        assertThat(use(shown("a", 0))).isEqualTo(ACCEPTED);
    }

    @Test
    @DisplayName("attack 34: the node that was slower has it no more")
    void race() {
        LoginCodeStore overtaken = new LoginCodeStore() {
            @Override
            public Map<String, byte[]> keys() {
                return store.keys();
            }

            @Override
            public boolean spend(String phone, long step) {
                store.spend(phone, step);
                return store.spend(phone, step);
            }
        };
        assertThat(new LoginCodes("ada", overtaken, throttle, () -> now).use(shown("a", 0)))
                .isEqualTo(WRONG);
    }

    @Test
    @DisplayName("C2: of several phones, the one that shows the code signs in; the others' codes stay good")
    void several() {
        store.keys.put("another", key("b"));
        assertThat(use(shown("b", 0))).isEqualTo(new LoginCodeCheck.Accepted("another"));
        assertThat(use(shown("a", 0))).isEqualTo(ACCEPTED);
    }

    @Test
    @DisplayName("C2: two phones with one key each have their own last step")
    void sameKey() {
        store.keys.put("another", key("a"));
        assertThat(use(shown("a", 0))).isEqualTo(ACCEPTED);
        assertThat(use(shown("a", 0))).isEqualTo(new LoginCodeCheck.Accepted("another"));
        assertThat(use(shown("a", 0))).isEqualTo(WRONG);
    }

    @Test
    @DisplayName("a user without a phone has no code, and what is typed counts")
    void none() {
        String code = shown("a", 0);
        store.keys.clear();
        IntStream.range(0, 10).forEach(i -> assertThat(use(code)).isEqualTo(WRONG));
        assertThat(use(code)).isInstanceOf(LoginCodeCheck.Throttled.class);
    }

    @Test
    @DisplayName("attack 1: after ten wrong codes in an hour nothing is compared, not even the right one")
    void limited() {
        wrong(10);
        assertThat(use(shown("a", 0)))
                .isEqualTo(new LoginCodeCheck.Throttled(Limit.WRONG_CODES_PER_USER, now.plus(Duration.ofHours(1))));
        now = now.plus(Duration.ofHours(1));
        assertThat(use(shown("a", 0))).isEqualTo(ACCEPTED);
    }

    @Test
    @DisplayName("attack 1: after a hundred wrong codes in a row nothing is compared, however slowly they came")
    void inARow() {
        for (int i = 0; i < 10; i++) {
            wrong(10);
            now = now.plus(Duration.ofHours(2));
        }
        assertThat(use(shown("a", 0)))
                .isInstanceOfSatisfying(LoginCodeCheck.Throttled.class, throttled -> assertThat(throttled.limit())
                        .isEqualTo(Limit.WRONG_CODES_IN_A_ROW));
    }

    @Test
    @DisplayName("a right code forgets the wrong ones, and a used one does not")
    void forgiven() {
        wrong(9);
        assertThat(use(shown("a", 0))).isEqualTo(ACCEPTED);
        wrong(9);
        assertThat(use(shown("a", 0))).isEqualTo(WRONG);
        assertThat(use(shown("a", 1))).isInstanceOf(LoginCodeCheck.Throttled.class);
    }

    @Test
    @DisplayName("attack 32: wrong codes of one user are nothing to another")
    void apart() {
        wrong(10);
        assertThat(new LoginCodes("bob", store, throttle, () -> now).use(shown("a", 0)))
                .isEqualTo(ACCEPTED);
    }

    private void wrong(int times) {
        List<String> near = List.of(shown("a", -1), shown("a", 0), shown("a", 1));
        String wrong = IntStream.range(0, 4)
                .mapToObj(number -> "00000" + number)
                .filter(code -> !near.contains(code))
                .findFirst()
                .orElseThrow();
        IntStream.range(0, times).forEach(i -> assertThat(use(wrong)).isEqualTo(WRONG));
    }

    private LoginCodeCheck use(String typed) {
        return new LoginCodes("ada", store, throttle, () -> now).use(typed);
    }

    private String shown(String seed, int stepsAhead) {
        return LoginCode.at(key(seed), now.getEpochSecond() / 30 + stepsAhead, LoginCode.DIGITS)
                .reveal();
    }

    private static byte[] key(String seed) {
        return seed.repeat(32).getBytes(StandardCharsets.US_ASCII);
    }
}
