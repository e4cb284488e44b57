package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phoneapp.Pairing.State;
import dev.twostep.phoneapp.PhoneAnswer.Decision;
import dev.twostep.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PairingsTest {

    private static final NewPhone PHONE = phone("Ada's phone");
    private static final NewPhone STRANGER = phone("A stranger's phone");
    private static final Trial NONE = new Trial.None();

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final AtomicInteger ids = new AtomicInteger();
    private final FakePairingStore store = new FakePairingStore();
    private final HashKey key = new HashKey();
    private final PairingSecrets secrets = new PairingSecrets(key);
    private final Pairings pairings = new Pairings(store, secrets, () -> now, () -> "pairing-" + ids.incrementAndGet());

    @Test
    @DisplayName("P1: shown, claimed, recognised, tried out: the whole way")
    void theWholeWay() {
        Pairing begun = begin();
        assertThat(begun.state()).isEqualTo(State.OPEN);
        assertThat(begun.expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(10)));
        assertThat(begun.phone()).isNull();

        Claiming claiming = pairings.claim(token(begun), PHONE);
        assertThat(claiming).isInstanceOfSatisfying(Claiming.Claimed.class, claimed -> {
            assertThat(claimed.pairing().state()).isEqualTo(State.CLAIMED);
            assertThat(claimed.pairing().phone()).isEqualTo(PHONE);
        });
        assertThat(pairings.of(PHONE.key())).contains(stored(begun));
        assertThat(pairings.confirm(stored(begun))).isTrue();
        assertThat(pairings.tryOut(stored(begun), right(begun), "context")).isEqualTo(new Trial.Passed());
        assertThat(stored(begun).state()).isEqualTo(State.TRIED);
        assertThat(pairings.latest("ada", "browser")).contains(stored(begun));
        assertThat(pairings.secrets()).isSameAs(secrets);
    }

    @ParameterizedTest
    @CsvSource({
        // from,  claim,   claim again, code,    confirm, right number, deny, after right number, over
        "OPEN,      Claimed, Unknown,  Claimed, false, None,     None,     OPEN",
        "CLAIMED,   Taken,   Claimed,  Unknown, true,  None,     None,     CLAIMED",
        "CONFIRMED, Taken,   Claimed,  Unknown, false, Passed,   Declined, TRIED",
        "TRIED,     Taken,   Claimed,  Unknown, false, Passed,   None,     TRIED",
        "DONE,      Taken,   Claimed,  Unknown, false, None,     None,     DONE",
        "OVER,      Unknown, Unknown,  Unknown, false, None,     None,     OVER"
    })
    @DisplayName("P1: every operation on a pairing in every state")
    void states(
            State state,
            String claim,
            String claimAgain,
            String code,
            boolean confirm,
            String approve,
            String deny,
            State afterApproval) {
        assertThat(name(pairings.claim(token(at(state)), STRANGER))).isEqualTo(claim);
        if (state != State.OPEN) {
            assertThat(name(pairings.claim(token(at(state)), PHONE)))
                    .as("by the phone that has it")
                    .isEqualTo(claimAgain);
        }
        assertThat(name(pairings.claim("ada", code(at(state)), STRANGER))).isEqualTo(code);
        assertThat(pairings.confirm(at(state))).isEqualTo(confirm);

        Pairing approved = at(state);
        assertThat(name(pairings.tryOut(approved, right(approved), "context"))).isEqualTo(approve);
        assertThat(stored(approved).state()).isEqualTo(afterApproval);

        Pairing denied = at(state);
        assertThat(name(pairings.tryOut(denied, answer(denied, Decision.DENY, null), "context")))
                .isEqualTo(deny);
        assertThat(stored(denied).state()).isEqualTo(state == State.CONFIRMED ? State.OVER : state);

        Pairing ended = at(state);
        pairings.end(ended);
        assertThat(stored(ended).state()).isEqualTo(state == State.DONE ? State.DONE : State.OVER);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    @DisplayName("NIST 4.1.2: ten minutes after it was shown nothing can be done with a pairing that is not done")
    void expired(State state) {
        Pairing pairing = at(state);
        now = now.plus(Pairing.LIFE);

        assertThat(pairing.isOver(now)).isEqualTo(state != State.DONE);
        assertThat(pairing.isOver(now.minusMillis(1))).isEqualTo(state == State.OVER);
        assertThat(name(pairings.claim(token(pairing), STRANGER))).isEqualTo(state == State.DONE ? "Taken" : "Unknown");
        assertThat(name(pairings.claim("ada", code(pairing), STRANGER))).isEqualTo("Unknown");
        assertThat(pairings.confirm(pairing)).isFalse();
        assertThat(name(pairings.tryOut(pairing, right(pairing), "context"))).isEqualTo("None");
        assertThat(stored(pairing)).isEqualTo(pairing);
        boolean hasPhone = state == State.DONE;
        assertThat(pairings.of(PHONE.key()).isPresent()).isEqualTo(hasPhone);
    }

    @Test
    @DisplayName("NIST 4.1.2: it can be claimed until its last millisecond")
    void lastMoment() {
        Pairing pairing = begin();
        now = pairing.expiresAt().minusMillis(1);
        assertThat(pairings.claim(token(pairing), PHONE)).isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    @DisplayName("attack 18: the first phone to scan has it, whoever it is, and what the page shows does not change")
    void hijacked() {
        Pairing pairing = begin();
        assertThat(pairings.claim(token(pairing), STRANGER)).isInstanceOf(Claiming.Claimed.class);
        assertThat(pairings.claim(token(pairing), PHONE)).isEqualTo(new Claiming.Taken());
        assertThat(pairings.claim("ada", code(pairing), PHONE)).isEqualTo(new Claiming.Unknown());
        assertThat(stored(pairing).phone()).isEqualTo(STRANGER);
        assertThat(pairings.of(PHONE.key())).isEmpty();
    }

    @Test
    @DisplayName("attack 18: the phone that was rejected has nothing, and its code is worth nothing for the next one")
    void rejected() {
        Pairing first = begin();
        String token = token(first);
        pairings.claim(token, STRANGER);
        Pairing second = begin();

        assertThat(stored(first).state()).isEqualTo(State.OVER);
        assertThat(pairings.of(STRANGER.key())).isEmpty();
        assertThat(pairings.claim(token, STRANGER)).isEqualTo(new Claiming.Unknown());
        assertThat(pairings.claim(token(second), PHONE)).isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    @DisplayName("attack 18: two phones scan at the same moment; one of them has it")
    void claimedBetweenLookAndStep() {
        Pairing pairing = begin();
        store.overtaking = () -> store.put(pairing.id(), State.CLAIMED, 0, STRANGER);
        assertThat(pairings.claim(token(pairing), PHONE)).isEqualTo(new Claiming.Taken());
        assertThat(stored(pairing).phone()).isEqualTo(STRANGER);
    }

    @Test
    @DisplayName("the browser begins anew at the moment the phone claims: the phone is told that it is over")
    void endedBetweenLookAndStep() {
        Pairing pairing = begin();
        store.overtaking = () -> store.end("ada", "browser");
        assertThat(pairings.claim(token(pairing), PHONE)).isEqualTo(new Claiming.Unknown());
    }

    @Test
    @DisplayName(
            "a claim whose answer was lost is answered again to that very phone, with what was agreed the first time")
    void claimedAgain() {
        Pairing pairing = begin();
        pairings.claim(token(pairing), PHONE);
        NewPhone again = new NewPhone(
                "Another name", "Another platform", PHONE.key(), TestKey.make().device(), "another key", null);

        assertThat(pairings.claim(token(pairing), again)).isEqualTo(new Claiming.Claimed(stored(pairing)));
        assertThat(stored(pairing).phone()).isEqualTo(PHONE);
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("attack 7: what is not the token of a pairing claims none")
    void otherTokens(UnaryOperator<String> change) {
        Pairing pairing = begin();
        assertThat(pairings.claim(change.apply(token(pairing)), PHONE)).isEqualTo(new Claiming.Unknown());
        assertThat(stored(pairing).state()).isEqualTo(State.OPEN);
    }

    static Stream<UnaryOperator<String>> otherTokens() {
        return Stream.of(
                token -> "",
                token -> ".",
                token -> token + "A",
                token -> token + "=",
                token -> " " + token,
                token -> token.substring(0, token.length() - 1),
                token -> token.substring(0, token.indexOf('.')),
                token -> token.substring(0, token.indexOf('.') + 1),
                token -> token.substring(token.indexOf('.')),
                token -> token.replace("pairing-1", "pairing-2"),
                token -> "pairing-1." + "A".repeat(22),
                token -> "ü".repeat(10_000));
    }

    @Test
    @DisplayName("attack 7: the token of one pairing is worth nothing for another, nor after its key is gone")
    void tokenOfAnother() {
        Pairing one = begin();
        Pairing another = pairings.begin("bob", "elsewhere");
        String mixed = another.id() + token(one).substring(one.id().length());
        assertThat(pairings.claim(mixed, PHONE)).isEqualTo(new Claiming.Unknown());

        String good = token(one);
        key.lose("key-1");
        assertThat(pairings.claim(good, PHONE)).isEqualTo(new Claiming.Unknown());
        assertThat(pairings.claim("ada", "0000000000", PHONE)).isEqualTo(new Claiming.Unknown());
    }

    @Test
    @DisplayName("P1: the code is typed as people type, for the user who was named")
    void typed() {
        Pairing pairing = begin();
        String code = code(pairing);
        assertThat(pairings.claim("bob", code, PHONE)).isEqualTo(new Claiming.Unknown());
        assertThat(pairings.claim("", code, PHONE)).isEqualTo(new Claiming.Unknown());
        String typed = " " + code.substring(0, 5).toLowerCase(Locale.ROOT) + " - " + code.substring(5);
        assertThat(pairings.claim("ada", typed, PHONE)).isInstanceOf(Claiming.Claimed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000", "000000000000", "!!!!!!!!!!", "ત્રણત્રણત્"})
    @DisplayName("P1: another code claims nothing")
    void otherCodes(String typed) {
        begin();
        assertThat(pairings.claim("ada", typed, PHONE)).isEqualTo(new Claiming.Unknown());
    }

    @Test
    @DisplayName("P1: a user may pair in two browsers at once; each code claims its own")
    void twoOrigins() {
        Pairing here = begin();
        Pairing there = pairings.begin("ada", "another browser");
        assertThat(stored(here).state()).isEqualTo(State.OPEN);

        assertThat(pairings.claim("ada", code(there), PHONE)).isEqualTo(new Claiming.Claimed(stored(there)));
        assertThat(stored(here).state()).isEqualTo(State.OPEN);
        assertThat(pairings.latest("ada", "browser")).contains(here);
    }

    @Test
    @DisplayName("P1: beginning anew ends what had begun there, for this user, and not what is done")
    void anew() {
        Pairing done = at(State.DONE);
        Pairing others = pairings.begin("bob", "browser");
        Pairing first = begin();
        now = now.plusSeconds(1);
        Pairing second = begin();

        assertThat(stored(first).state()).isEqualTo(State.OVER);
        assertThat(stored(second).state()).isEqualTo(State.OPEN);
        assertThat(stored(others).state()).isEqualTo(State.OPEN);
        assertThat(stored(done).state()).isEqualTo(State.DONE);
        assertThat(pairings.latest("ada", "browser")).contains(second);
    }

    @Test
    @DisplayName("P1: a key has the pairing that it claimed, and another key of the same id has not")
    void ofPhone() {
        Pairing pairing = at(State.CLAIMED);
        assertThat(pairing.isOf(PHONE.key())).isTrue();
        assertThat(pairing.isOf(STRANGER.key())).isFalse();
        assertThat(begin().isOf(PHONE.key())).isFalse();
        assertThat(PHONE.id()).isEqualTo(PHONE.key().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "nonce", "context"})
    @DisplayName("attack 17: an answer to another trial is none to this one, and costs no try")
    void foreign(String what) {
        Pairing pairing = at(State.CONFIRMED);
        PhoneAnswer good = right(pairing);
        PhoneAnswer foreign = new PhoneAnswer(
                good.audience(),
                good.device(),
                what.equals("request") ? "another" : good.request(),
                what.equals("nonce") ? "another" : good.nonce(),
                Decision.APPROVE,
                good.number(),
                null,
                what.equals("context") ? "another" : good.context(),
                good.issued(),
                good.expires(),
                good.id());

        assertThat(pairings.tryOut(pairing, foreign, "context")).isEqualTo(NONE);
        assertThat(stored(pairing)).isEqualTo(pairing);
    }

    @Test
    @DisplayName("attack 17: without its key a trial has no nonce, so nothing answers it")
    void keyGone() {
        Pairing pairing = at(State.CONFIRMED);
        PhoneAnswer good = right(pairing);
        key.lose("key-1");
        assertThat(pairings.tryOut(pairing, good, "context")).isEqualTo(NONE);
    }

    @Test
    @DisplayName("attack 16: three wrong numbers end it; not even the right one helps then")
    void threeWrong() {
        Pairing pairing = at(State.CONFIRMED);
        assertThat(wrong(pairing)).isEqualTo(new Trial.WrongNumber(2));
        assertThat(wrong(pairing)).isEqualTo(new Trial.WrongNumber(1));
        assertThat(wrong(pairing)).isEqualTo(new Trial.WrongNumber(0));
        assertThat(stored(pairing).state()).isEqualTo(State.OVER);
        assertThat(pairings.tryOut(pairing, right(pairing), "context")).isEqualTo(NONE);
        assertThat(pairings.tryOut(stored(pairing), right(pairing), "context")).isEqualTo(NONE);
    }

    @Test
    @DisplayName("P1: the right number counts as the third as well")
    void thirdRight() {
        Pairing pairing = at(State.CONFIRMED);
        wrong(pairing);
        wrong(pairing);
        assertThat(pairings.tryOut(pairing, right(pairing), "context")).isEqualTo(new Trial.Passed());
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("P1: what is no number is a wrong one, and costs a try")
    void noNumber(@Nullable String typed) {
        Pairing pairing = at(State.CONFIRMED);
        assertThat(pairings.tryOut(pairing, answer(pairing, Decision.APPROVE, typed), "context"))
                .isEqualTo(new Trial.WrongNumber(2));
    }

    static Stream<@Nullable String> noNumber() {
        return Stream.of(null, "", "1", "૧૨૩૪૫૬", "1234567", "a".repeat(10_000));
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"DENY", "NOT_ME"})
    @DisplayName("P1: a phone that says no, whatever number it sends along, ends its pairing")
    void declined(Decision decision) {
        Pairing pairing = at(State.CONFIRMED);
        assertThat(pairings.tryOut(pairing, answer(pairing, decision, number(pairing)), "context"))
                .isEqualTo(new Trial.Declined());
        assertThat(stored(pairing).state()).isEqualTo(State.OVER);
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("attack 17: what another node has ended or answered in between is not answered again")
    void overtaken(State between, Decision decision) {
        Pairing pairing = at(State.CONFIRMED);
        store.overtaking = () -> store.put(pairing.id(), between, 0, PHONE);
        assertThat(pairings.tryOut(pairing, answer(pairing, decision, number(pairing)), "context"))
                .isEqualTo(NONE);
        assertThat(stored(pairing).state()).isEqualTo(between);
    }

    static Stream<Arguments> overtaken() {
        return Stream.of(State.TRIED, State.DONE, State.OVER)
                .flatMap(state -> Arrays.stream(Decision.values()).map(decision -> Arguments.of(state, decision)));
    }

    @Test
    @DisplayName("attack 3: numbers at the same moment do not get more tries than there are")
    void triesUsedInBetween() {
        Pairing pairing = at(State.CONFIRMED);
        store.overtaking = () -> store.put(pairing.id(), State.CONFIRMED, Pairing.MOST_TRIES, PHONE);
        assertThat(pairings.tryOut(pairing, right(pairing), "context")).isEqualTo(NONE);
    }

    @Test
    @DisplayName("the browser gives up between the try and its consequence: the phone does not count")
    void endedAfterTheTry() {
        Pairing pairing = at(State.CONFIRMED);
        store.overtaking = () -> store.overtaking = () -> store.end("ada", "browser");
        assertThat(pairings.tryOut(pairing, right(pairing), "context")).isEqualTo(NONE);
        assertThat(stored(pairing).state()).isEqualTo(State.OVER);
    }

    private Trial wrong(Pairing pairing) {
        String wrong = number(pairing).equals("000000") ? "000001" : "000000";
        return pairings.tryOut(pairing, answer(pairing, Decision.APPROVE, wrong), "context");
    }

    private Pairing begin() {
        return pairings.begin("ada", "browser");
    }

    /** A new one of its own origin in that state. */
    private Pairing at(State state) {
        Pairing pairing = pairings.begin("ada", "browser");
        store.put(pairing.id(), state, 0, state == State.OPEN ? null : PHONE);
        return stored(pairing);
    }

    private Pairing stored(Pairing pairing) {
        return pairings.find(pairing.id()).orElseThrow();
    }

    private String token(Pairing pairing) {
        return secrets.token(pairing).map(Secret::reveal).orElseThrow();
    }

    private String code(Pairing pairing) {
        return secrets.code(pairing).map(Secret::reveal).orElseThrow();
    }

    private String number(Pairing pairing) {
        return secrets.number(pairing).map(Secret::reveal).orElseThrow();
    }

    private PhoneAnswer right(Pairing pairing) {
        return answer(pairing, Decision.APPROVE, number(pairing));
    }

    private PhoneAnswer answer(Pairing pairing, Decision decision, @Nullable String number) {
        return new PhoneAnswer(
                "issuer",
                PHONE.id(),
                pairing.id(),
                secrets.nonce(pairing).orElseThrow(),
                decision,
                number,
                null,
                "context",
                now,
                now.plusSeconds(60),
                "jti");
    }

    private static NewPhone phone(String name) {
        return new NewPhone(
                name, "Android", TestKey.make().device(), TestKey.make().device(), "sealed", null);
    }

    private static String name(Object answer) {
        return answer.getClass().getSimpleName();
    }
}
