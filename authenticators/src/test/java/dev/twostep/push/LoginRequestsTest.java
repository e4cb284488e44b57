package dev.twostep.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phoneapp.HashKey;
import dev.twostep.phoneapp.PhoneAnswer;
import dev.twostep.phoneapp.PhoneAnswer.Decision;
import dev.twostep.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

final class LoginRequestsTest {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Asker ASKER = new Asker("ada", "browser", "tab", "address", "{}");

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final AtomicInteger ids = new AtomicInteger();
    private final FakeLoginRequestStore store = new FakeLoginRequestStore();
    private final HashKey key = new HashKey();
    private final RequestSecrets secrets = new RequestSecrets(key);
    private final LoginRequests requests = new LoginRequests(
            new PushPolicy(LIFE, 6, true), store, secrets, () -> now, () -> "request-" + ids.incrementAndGet());

    @Test
    @DisplayName("P2: asked, approved with the number, gone on: the whole way")
    void theWholeWay() {
        LoginRequest request = ask();
        assertThat(request.status()).isEqualTo(RequestStatus.PENDING);
        assertThat(request.expiresAt()).isEqualTo(now.plus(LIFE));
        assertThat(request.digits()).isEqualTo(6);
        assertThat(request.phone()).isNull();

        now = now.plusSeconds(30);
        assertThat(answer(request, right(request))).isEqualTo(counted(RequestStatus.PENDING, RequestStatus.APPROVED));
        assertThat(stored(request).phone()).isEqualTo("phone");
        assertThat(stored(request).movedAt()).isEqualTo(now);
        assertThat(requests.finish(request, "tab")).isTrue();
        assertThat(status(request)).isEqualTo(RequestStatus.FINISHED);
        assertThat(stored(request).phone()).isEqualTo("phone");
        assertThat(requests.recent("ada", 10, Instant.EPOCH)).containsExactly(stored(request));
        assertThat(requests.recent("bob", 10, Instant.EPOCH)).isEmpty();
        assertThat(requests.secrets()).isSameAs(secrets);
    }

    @Test
    @DisplayName("P2: what the page's QR code says approves as well")
    void scanned() {
        LoginRequest request = ask();
        String secret = secrets.scanned(request).orElseThrow().reveal();
        assertThat(answer(request, answerOf(request, Decision.APPROVE, null, secret)))
                .isEqualTo(counted(RequestStatus.PENDING, RequestStatus.APPROVED));
    }

    @ParameterizedTest
    @CsvSource({
        // status,    right number, wrong,    deny,     report,  finish, in another tab, cancelled, ended otherwise
        "PENDING,      APPROVED,  WrongNumber, DENIED, REPORTED, false, false, CANCELLED, OTHER_WAY",
        "APPROVED,     Over,      Over,        Over,   REPORTED, true,  false, CANCELLED, OTHER_WAY",
        "FINISHED,     Over,      Over,        Over,   REPORTED, false, false, FINISHED, FINISHED",
        "DENIED,       Over,      Over,        Over,   REPORTED, false, false, DENIED, DENIED",
        "WRONG_NUMBER, Over,      Over,        Over,   REPORTED, false, false, WRONG_NUMBER, WRONG_NUMBER",
        "REPORTED,     Over,      Over,        Over,   Over,     false, false, REPORTED, REPORTED",
        "EXPIRED,      Over,      Over,        Over,   REPORTED, false, false, EXPIRED, OTHER_WAY",
        "CANCELLED,    Over,      Over,        Over,   REPORTED, false, false, CANCELLED, OTHER_WAY",
        "OTHER_WAY,    Over,      Over,        Over,   REPORTED, false, false, OTHER_WAY, OTHER_WAY"
    })
    @DisplayName("P2, P6: every operation on a request in every status")
    void statuses(
            RequestStatus status,
            String right,
            String wrong,
            String deny,
            String report,
            boolean finish,
            boolean elsewhere,
            RequestStatus cancelled,
            RequestStatus endedOtherwise) {
        expect(status, right, right(at(status)));
        expect(status, wrong, wrong(at(status)));
        expect(status, deny, answerOf(at(status), Decision.DENY, null, null));
        expect(status, report, answerOf(at(status), Decision.NOT_ME, null, null));

        assertThat(requests.finish(at(status), "another tab")).isEqualTo(elsewhere);
        LoginRequest finished = at(status);
        assertThat(requests.finish(finished, "tab")).isEqualTo(finish);
        assertThat(requests.finish(finished, "tab")).as("once").isFalse();

        LoginRequest given = at(status);
        requests.cancel(given.id());
        assertThat(status(given)).isEqualTo(cancelled);

        LoginRequest left = at(status);
        requests.endedOtherwise(left.id());
        assertThat(status(left)).isEqualTo(endedOtherwise);
    }

    private void expect(RequestStatus status, String expected, PhoneAnswer answer) {
        LoginRequest request = requests.find(answer.request()).orElseThrow();
        Answering answering = answer(request, answer);
        if (expected.equals("Over")) {
            assertThat(answering).isEqualTo(new Answering.Over(status));
            assertThat(stored(request)).as("nothing has changed").isEqualTo(request);
        } else if (expected.equals("WrongNumber")) {
            assertThat(answering).isEqualTo(new Answering.WrongNumber(2));
        } else {
            assertThat(answering).isEqualTo(counted(status, RequestStatus.valueOf(expected)));
            assertThat(status(request)).isEqualTo(RequestStatus.valueOf(expected));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"APPROVE", "DENY"})
    @DisplayName("attack 16: what has expired cannot be answered, but reported; its last millisecond counts")
    void expired(Decision decision) {
        LoginRequest request = ask();
        PhoneAnswer answer = answerOf(request, decision, number(request), null);
        now = request.expiresAt();
        assertThat(request.status(now.minusMillis(1))).isEqualTo(RequestStatus.PENDING);
        assertThat(request.status(now)).isEqualTo(RequestStatus.EXPIRED);
        assertThat(answer(request, answer)).isEqualTo(new Answering.Over(RequestStatus.EXPIRED));
        assertThat(stored(request).tries()).isZero();
        assertThat(requests.finish(request, "tab")).isFalse();

        now = request.expiresAt().minusMillis(1);
        assertThat(answer(request, answer)).isInstanceOf(Answering.Counted.class);

        now = now.plus(Duration.ofDays(29));
        PhoneAnswer report = answerOf(request, Decision.NOT_ME, null, null);
        assertThat(answer(request, report)).isInstanceOf(Answering.Counted.class);
        assertThat(stored(request).movedAt()).isEqualTo(now);
    }

    @Test
    @DisplayName("P6: a late report says that nobody had answered")
    void reportedExpired() {
        LoginRequest request = ask();
        now = now.plus(LIFE);
        assertThat(answer(request, answerOf(request, Decision.NOT_ME, null, null)))
                .isEqualTo(counted(RequestStatus.EXPIRED, RequestStatus.REPORTED));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "59999, true", "60000, false", "600000, false"})
    @DisplayName("attack 28: the browser goes on until a minute after its request would have expired, and not later")
    void finishedLate(long millisAfterExpiry, boolean good) {
        LoginRequest request = ask();
        now = request.expiresAt().minusMillis(1);
        answer(request, right(request));
        now = request.expiresAt().plusMillis(millisAfterExpiry);
        assertThat(requests.finish(stored(request), "tab")).isEqualTo(good);
    }

    @Test
    @DisplayName("attack 16: another tab, another browser or nothing at all does not go on in its place")
    void finishedElsewhere() {
        LoginRequest request = at(RequestStatus.APPROVED);
        assertThat(List.of("", "TAB", "tab ", "another", "browser")).noneMatch(tab -> requests.finish(request, tab));
        assertThat(requests.finish(request, "tab")).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("attacks 16 and 17: an answer about another request, nonce or screen is none, and costs no try")
    void foreign(String what, Decision decision) {
        LoginRequest request = ask();
        PhoneAnswer good = answerOf(request, decision, number(request), null);
        PhoneAnswer foreign = new PhoneAnswer(
                good.audience(),
                good.device(),
                what.equals("request") ? "another" : good.request(),
                what.equals("nonce") ? "another" : good.nonce(),
                decision,
                good.number(),
                null,
                what.equals("context") ? "another" : good.context(),
                good.issued(),
                good.expires(),
                good.id());
        assertThat(answer(request, foreign)).isEqualTo(new Answering.NotForIt());
        assertThat(stored(request)).isEqualTo(request);
    }

    static Stream<Arguments> foreign() {
        return Stream.of("request", "nonce", "context")
                .flatMap(what -> Arrays.stream(Decision.values()).map(decision -> Arguments.of(what, decision)));
    }

    @Test
    @DisplayName("attack 16: the answer to one request is none to the next, nor the number")
    void ofAnother() {
        LoginRequest first = ask();
        PhoneAnswer answer = right(first);
        now = now.plus(LIFE);
        LoginRequest second = ask();
        assertThat(answer(second, answer)).isEqualTo(new Answering.NotForIt());
        assertThat(answer(second, answerOf(second, Decision.APPROVE, number(first), null)))
                .isEqualTo(new Answering.WrongNumber(2));
        String firstSecret = secrets.scanned(first).orElseThrow().reveal();
        assertThat(answer(second, answerOf(second, Decision.APPROVE, null, firstSecret)))
                .isEqualTo(new Answering.WrongNumber(1));
    }

    @Test
    @DisplayName("a request whose key is gone is answered by nothing")
    void keyGone() {
        LoginRequest request = ask();
        PhoneAnswer answer = right(request);
        key.lose("key-1");
        assertThat(answer(request, answer)).isEqualTo(new Answering.NotForIt());
    }

    @Test
    @DisplayName("attack 16: three wrong numbers end it as a denial; not even the right one helps then")
    void threeWrong() {
        LoginRequest request = ask();
        assertThat(request.triesLeft()).isEqualTo(3);
        assertThat(answer(request, wrong(request))).isEqualTo(new Answering.WrongNumber(2));
        assertThat(stored(request).triesLeft()).isEqualTo(2);
        assertThat(answer(request, wrong(request))).isEqualTo(new Answering.WrongNumber(1));
        assertThat(answer(request, wrong(request))).isEqualTo(new Answering.WrongNumber(0));
        assertThat(stored(request).triesLeft()).isZero();
        assertThat(status(request)).isEqualTo(RequestStatus.WRONG_NUMBER);
        assertThat(stored(request).phone()).isEqualTo("phone");
        assertThat(answer(request, right(request))).isEqualTo(new Answering.Over(RequestStatus.WRONG_NUMBER));
        assertThat(requests.ask(ASKER))
                .isEqualTo(new Asking.Wait(Asking.Reason.DENIED, now.plus(Duration.ofMinutes(10))));
    }

    @Test
    @DisplayName("P2: the right number counts as the third as well")
    void thirdRight() {
        LoginRequest request = ask();
        answer(request, wrong(request));
        answer(request, wrong(request));
        assertThat(answer(request, right(request))).isEqualTo(counted(RequestStatus.PENDING, RequestStatus.APPROVED));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("NIST 3.1.3: nothing is approved with neither number nor secret; what is neither is a wrong number")
    void bareApproval(@Nullable String number, @Nullable String secret) {
        LoginRequest request = ask();
        assertThat(answer(request, answerOf(request, Decision.APPROVE, number, secret)))
                .isEqualTo(new Answering.WrongNumber(2));
    }

    static Stream<Arguments> bareApproval() {
        return Stream.of(
                Arguments.of(null, null),
                Arguments.of("", ""),
                Arguments.of("", null),
                Arguments.of(null, ""),
                Arguments.of("૧૨૩૪૫૬", null),
                Arguments.of("1".repeat(10_000), "A".repeat(10_000)));
    }

    @Test
    @DisplayName("P2: number and secret do not stand in for each other")
    void mixedUp() {
        LoginRequest request = ask();
        String secret = secrets.scanned(request).orElseThrow().reveal();
        assertThat(answer(request, answerOf(request, Decision.APPROVE, secret, number(request))))
                .isEqualTo(new Answering.WrongNumber(2));
        assertThat(answer(request, answerOf(request, Decision.APPROVE, "000000x", secret)))
                .as("one of both is enough")
                .isEqualTo(counted(RequestStatus.PENDING, RequestStatus.APPROVED));
    }

    @ParameterizedTest
    @EnumSource(value = RequestStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    @DisplayName("attacks 16 and 28: what happened on another node after the look decides, not what was seen")
    void overtaken(RequestStatus between) {
        for (Decision decision : List.of(Decision.APPROVE, Decision.DENY)) {
            LoginRequest request = at(RequestStatus.PENDING);
            overtake(() -> store.put(request.id(), between, 0));
            assertThat(answer(request, answerOf(request, decision, number(request), null)))
                    .isEqualTo(new Answering.Over(between));
        }
        LoginRequest tried = at(RequestStatus.PENDING);
        overtake(() -> {}, () -> store.put(tried.id(), between, 1));
        assertThat(answer(tried, right(tried)))
                .as("between the try and its consequence")
                .isEqualTo(new Answering.Over(between));
    }

    @ParameterizedTest
    @EnumSource(RequestStatus.class)
    @DisplayName(
            "P6: a report says what had become of the request until then, so that its session ends, also if that was not seen yet")
    void reportOvertaken(RequestStatus between) {
        LoginRequest request = at(RequestStatus.PENDING);
        overtake(() -> store.put(request.id(), between, 0));
        assertThat(answer(request, answerOf(request, Decision.NOT_ME, null, null)))
                .isEqualTo(
                        between == RequestStatus.REPORTED
                                ? new Answering.Over(RequestStatus.REPORTED)
                                : counted(between, RequestStatus.REPORTED));
    }

    @Test
    @DisplayName("P6: a report finds out even if approval and going on both came between")
    void reportOvertakenTwice() {
        LoginRequest request = at(RequestStatus.PENDING);
        overtake(
                () -> store.put(request.id(), RequestStatus.APPROVED, 1),
                () -> store.put(request.id(), RequestStatus.FINISHED, 1));
        assertThat(answer(request, answerOf(request, Decision.NOT_ME, null, null)))
                .isEqualTo(counted(RequestStatus.FINISHED, RequestStatus.REPORTED));
    }

    @Test
    @DisplayName("P6: a request that was cleaned away in between is over")
    void reportedAfterCleanup() {
        LoginRequest request = at(RequestStatus.PENDING);
        overtake(store.requests::clear);
        assertThat(answer(request, answerOf(request, Decision.NOT_ME, null, null)))
                .isEqualTo(new Answering.Over(RequestStatus.PENDING));
    }

    @Test
    @DisplayName("attack 31: a report stops the browser that was about to go on")
    void reportedBeforeFinish() {
        LoginRequest request = at(RequestStatus.APPROVED);
        overtake(() -> store.put(request.id(), RequestStatus.REPORTED, 0));
        assertThat(requests.finish(request, "tab")).isFalse();
    }

    @Test
    @DisplayName("attack 3: numbers at the same moment do not get more tries than there are")
    void triesUsedInBetween() {
        LoginRequest request = ask();
        overtake(() -> store.put(request.id(), RequestStatus.PENDING, LoginRequest.MOST_TRIES));
        assertThat(answer(request, right(request))).isEqualTo(new Answering.Over(RequestStatus.PENDING));
    }

    @Test
    @DisplayName("two wrong numbers at the same moment: the request ends once, and both are told")
    void lastTryTwice() {
        LoginRequest request = ask();
        answer(request, wrong(request));
        answer(request, wrong(request));
        overtake(() -> {}, () -> store.put(request.id(), RequestStatus.WRONG_NUMBER, 3));
        assertThat(answer(request, wrong(request))).isEqualTo(new Answering.WrongNumber(0));
        assertThat(status(request)).isEqualTo(RequestStatus.WRONG_NUMBER);
    }

    @Test
    @DisplayName("P5: a page that is loaded again keeps its request and sends nothing, however often")
    void reloaded() {
        LoginRequest request = ask();
        for (int i = 0; i < 10; i++) {
            now = now.plusSeconds(1);
            assertThat(requests.ask(ASKER)).isEqualTo(new Asking.Asked(request, false, false));
        }
        assertThat(store.requests).hasSize(1);
    }

    @Test
    @DisplayName("attack 15: another browser does not replace a request that waits, and is told until when")
    void busy() {
        LoginRequest request = ask();
        Asker another = new Asker("ada", "another browser", "another tab", "address", "{}");
        assertThat(requests.ask(another)).isEqualTo(new Asking.Busy(request.expiresAt()));
        assertThat(stored(request)).isEqualTo(request);
        now = request.expiresAt();
        assertThat(requests.ask(another)).isInstanceOf(Asking.Asked.class);
        assertThat(status(request)).isEqualTo(RequestStatus.EXPIRED);
    }

    @Test
    @DisplayName("attack 32: one user's request is nothing to another")
    void apart() {
        ask();
        assertThat(requests.ask(new Asker("bob", "browser", "tab", "address", "{}")))
                .isInstanceOf(Asking.Asked.class);
    }

    @Test
    @DisplayName("P7: the same browser's other tab takes over, after the wait")
    void otherTab() {
        LoginRequest first = ask();
        Asker tab = new Asker("ada", "browser", "another tab", "address", "{}");
        assertThat(requests.ask(tab)).isEqualTo(new Asking.Wait(Asking.Reason.IN_VAIN, now.plusSeconds(10)));
        assertThat(stored(first)).isEqualTo(first);
        now = now.plusSeconds(10);
        assertThat(requests.ask(tab)).isInstanceOfSatisfying(Asking.Asked.class, asked -> {
            assertThat(asked.isNew()).isTrue();
            assertThat(asked.request().asker()).isEqualTo(tab);
        });
        assertThat(status(first)).isEqualTo(RequestStatus.CANCELLED);
        assertThat(answer(first, right(first))).isEqualTo(new Answering.Over(RequestStatus.CANCELLED));
    }

    @Test
    @DisplayName("attack 15: of two sign-ins at the same moment, one has the request")
    void insertedBetween() {
        Asker another = new Asker("ada", "another browser", "another tab", "address", "{}");
        overtake(() -> ask(another));
        assertThat(requests.ask(ASKER)).isEqualTo(new Asking.Busy(now.plus(LIFE)));
        assertThat(store.requests).singleElement().satisfies(request -> assertThat(request.asker())
                .isEqualTo(another));
    }

    @Test
    @DisplayName("attack 15: a hundred sign-ins whose requests nobody answers wake a phone three times")
    void bombing() {
        int woken = 0;
        int asked = 0;
        for (int i = 0; i < 100; i++) {
            if (requests.ask(ASKER) instanceof Asking.Asked made && made.isNew()) {
                asked++;
                woken += made.silent() ? 0 : 1;
            }
            now = now.plus(LIFE);
        }
        assertThat(woken).isEqualTo(3);
        assertThat(asked).isLessThan(20);
    }

    @Test
    @DisplayName("P7: giving up does not get around the wait")
    void cancelledAndAskedAgain() {
        requests.cancel(ask().id());
        assertThat(requests.ask(ASKER)).isEqualTo(new Asking.Wait(Asking.Reason.IN_VAIN, now.plusSeconds(10)));
        now = now.plusSeconds(10);
        requests.cancel(ask().id());
        assertThat(requests.ask(ASKER)).isEqualTo(new Asking.Wait(Asking.Reason.IN_VAIN, now.plusSeconds(20)));
    }

    @Test
    @DisplayName("P7: a page that is loaded again says of its request what it said before")
    void quietOfTheNextOne() {
        for (int i = 0; i < 2; i++) {
            ask();
            now = now.plus(LIFE);
        }
        Asking third = requests.ask(ASKER);
        assertThat(third).isInstanceOfSatisfying(Asking.Asked.class, asked -> assertThat(asked.silent())
                .isFalse());
        assertThat(requests.ask(ASKER)).isInstanceOfSatisfying(Asking.Asked.class, asked -> assertThat(asked.silent())
                .isFalse());
        now = now.plus(LIFE);
        assertThat(requests.ask(ASKER)).isInstanceOfSatisfying(Asking.Asked.class, asked -> assertThat(asked.silent())
                .isTrue());
        assertThat(requests.ask(ASKER)).isInstanceOfSatisfying(Asking.Asked.class, asked -> assertThat(asked.silent())
                .isTrue());
    }

    @Test
    @DisplayName("P7: what was more than a day ago is forgotten")
    void memory() {
        Instant start = now;
        for (int i = 0; i < 3; i++) {
            ask();
            now = now.plus(LIFE);
        }
        now = start.plus(Duration.ofDays(1)).plus(LIFE.multipliedBy(2));
        assertThat(requests.ask(ASKER)).isInstanceOfSatisfying(Asking.Asked.class, asked -> assertThat(asked.silent())
                .isFalse());
    }

    @Test
    @DisplayName("P6: whoever reports a request of last week is left alone for a day")
    void reportSilences() {
        LoginRequest request = ask();
        answer(request, right(request));
        requests.finish(request, "tab");
        now = now.plus(Duration.ofDays(7));
        answer(request, answerOf(request, Decision.NOT_ME, null, null));
        now = now.plus(Duration.ofHours(23));
        Asker another = new Asker("ada", "another browser", "another tab", "another address", "{}");
        assertThat(requests.ask(another))
                .isEqualTo(new Asking.Wait(Asking.Reason.REPORTED, now.plus(Duration.ofHours(1))));
        now = now.plus(Duration.ofHours(1));
        assertThat(requests.ask(another)).isInstanceOf(Asking.Asked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown"})
    @DisplayName("there is no request of another id")
    void unknown(String id) {
        ask();
        assertThat(requests.find(id)).isEmpty();
        requests.cancel(id);
        assertThat(store.requests).allMatch(request -> request.status() == RequestStatus.PENDING);
    }

    @ParameterizedTest
    @EnumSource(RequestStatus.class)
    @DisplayName("P6: a report ends the session of a sign-in that ended well, also in another way than with the phone")
    void ledToASession(RequestStatus status) {
        assertThat(status.isSuccessful())
                .isEqualTo(List.of(RequestStatus.APPROVED, RequestStatus.FINISHED, RequestStatus.OTHER_WAY)
                        .contains(status));
    }

    @Test
    @DisplayName("the phone API and the events name a status in lower case")
    void labels() {
        assertThat(RequestStatus.WRONG_NUMBER.label()).isEqualTo("wrong_number");
        assertThat(RequestStatus.OTHER_WAY.label())
                .as("what a phone need not know")
                .isEqualTo("cancelled");
        assertThat(Set.of(RequestStatus.values()))
                .containsAll(RequestStatus.SUCCESSFUL)
                .hasSize(RequestStatus.SUCCESSFUL.size()
                        + RequestStatus.REFUSED.size()
                        + RequestStatus.UNANSWERED.size());
    }

    private void overtake(Runnable... steps) {
        store.overtaking.clear();
        store.overtaking.addAll(List.of(steps));
    }

    private LoginRequest ask() {
        return ask(ASKER);
    }

    private LoginRequest ask(Asker asker) {
        return ((Asking.Asked) requests.ask(asker)).request();
    }

    /** The only one, new, with that status. */
    private LoginRequest at(RequestStatus status) {
        store.requests.clear();
        LoginRequest request = ask();
        store.put(request.id(), status, 0);
        return stored(request);
    }

    private LoginRequest stored(LoginRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    private RequestStatus status(LoginRequest request) {
        return stored(request).status();
    }

    private Answering answer(LoginRequest request, PhoneAnswer answer) {
        return requests.answer(request, answer, "phone", "context");
    }

    private static Answering counted(RequestStatus was, RequestStatus is) {
        return new Answering.Counted(was, is);
    }

    private PhoneAnswer right(LoginRequest request) {
        return answerOf(request, Decision.APPROVE, number(request), null);
    }

    private PhoneAnswer wrong(LoginRequest request) {
        return answerOf(request, Decision.APPROVE, number(request).equals("000000") ? "000001" : "000000", null);
    }

    private String number(LoginRequest request) {
        return secrets.number(request).map(Secret::reveal).orElseThrow();
    }

    private PhoneAnswer answerOf(
            LoginRequest request, Decision decision, @Nullable String number, @Nullable String secret) {
        return new PhoneAnswer(
                "issuer",
                "phone",
                request.id(),
                secrets.nonce(request).orElseThrow(),
                decision,
                number,
                secret,
                "context",
                now,
                now.plusSeconds(60),
                "jti");
    }
}
