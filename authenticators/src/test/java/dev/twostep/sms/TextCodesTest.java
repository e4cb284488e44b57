package dev.twostep.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.MacKey;
import dev.twostep.secret.Secret;
import dev.twostep.sms.CodeState.Kind;
import dev.twostep.throttle.FakeThrottle;
import dev.twostep.throttle.Limit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TextCodesTest {

    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+12025550142");
    private static final CodeOwner OWNER = new CodeOwner("ada", Purpose.LOGIN, "browser-1", "number-1");
    private static final SmsPolicy POLICY = new SmsPolicy(
            List.of("outbox"), Duration.ofMinutes(5), Duration.ofMinutes(2), "US", Set.of(), 10, 10, 60, 10);

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final FakeTextCodeStore store = new FakeTextCodeStore();
    private final FakeThrottle throttle = new FakeThrottle(() -> now);
    private final Deque<PendingText> sent = new ArrayDeque<>();
    private final AtomicInteger ids = new AtomicInteger();
    private boolean queueFull;
    private boolean keyGone;

    private final TextCodes codes = codes(POLICY);

    @Test
    @DisplayName("S1: the texted code is accepted once")
    void acceptedOnce() {
        assertThat(codes.begin(request(OWNER)).textedNow()).isTrue();
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Accepted.class);
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Expired.class);
    }

    @Test
    @DisplayName("S2: looking at the page again sends nothing, however often and however old the code")
    void lookingSendsNothing() {
        codes.begin(request(OWNER));
        for (int minute = 0; minute < 10; minute++) {
            codes.look(request(OWNER));
            pass(Duration.ofMinutes(1));
        }
        assertThat(sent).hasSize(1);
        assertThat(codes.look(request(OWNER)).kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    @DisplayName("S2: sending again is refused for two minutes and then repeats the same code")
    void sameCodeAgain() {
        codes.begin(request(OWNER));
        deliver(new SendOutcome.Accepted("m1"));
        String first = lastDigits();
        pass(Duration.ofSeconds(119));
        CodeState early = codes.sendAgain(request(OWNER));
        assertThat(early.textedNow()).isFalse();
        assertThat(early.resendAt()).isEqualTo(now.plusSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(codes.sendAgain(request(OWNER)).textedNow()).isTrue();
        assertThat(sent).hasSize(2);
        assertThat(lastDigits()).isEqualTo(first);
    }

    @Test
    @DisplayName("S2: with under two minutes left, sending again makes a new code and keeps the count of tries")
    void newCodeKeepsTheCount() {
        codes.begin(request(OWNER));
        String first = lastDigits();
        wrong(3);
        pass(Duration.ofMinutes(4));
        assertThat(codes.sendAgain(request(OWNER)).textedNow()).isTrue();
        assertThat(lastDigits()).isNotEqualTo(first);
        assertThat(sent.getLast().message().validFor()).isEqualTo(Duration.ofMinutes(5));
        wrong(2);
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Exhausted.class);
    }

    @Test
    @DisplayName("The text says how long the code still lives")
    void validity() {
        codes.begin(request(OWNER));
        pass(Duration.ofMinutes(2));
        codes.sendAgain(request(OWNER));
        assertThat(sent.getLast().message().validFor()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    @DisplayName("A code has five tries; the sixth is not compared, even if it is right")
    void fiveTries() {
        codes.begin(request(OWNER));
        wrong(5);
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Exhausted.class);
        assertThat(codes.look(request(OWNER)).kind()).isEqualTo(Kind.EXHAUSTED);
        pass(Duration.ofMinutes(3));
        assertThat(codes.sendAgain(request(OWNER)).textedNow()).isFalse();
    }

    @Test
    @DisplayName("Wrong codes are counted over all sign-ins of a user: after ten in an hour nothing is compared")
    void countedOverAllSignIns() {
        for (int browser = 0; browser < 2; browser++) {
            CodeOwner owner = new CodeOwner("ada", Purpose.LOGIN, "browser-" + browser, "number-1");
            codes.begin(request(owner));
            String wrong = otherThan(lastDigits());
            for (int i = 0; i < 5; i++) {
                assertThat(codes.check(owner, wrong)).isInstanceOf(CodeCheck.Wrong.class);
            }
            pass(Duration.ofMinutes(3));
        }
        CodeOwner third = new CodeOwner("ada", Purpose.LOGIN, "browser-3", "number-1");
        codes.begin(request(third));
        assertThat(codes.check(third, lastDigits())).isInstanceOf(CodeCheck.Throttled.class);
    }

    @Test
    @DisplayName("NIST 3.2.2: after a hundred wrong codes in a row nothing is compared, however slowly they came")
    void hundredInARow() {
        for (int i = 0; i < 20; i++) {
            codes.begin(request(OWNER));
            wrong(5);
            pass(Duration.ofHours(2));
        }
        codes.begin(request(OWNER));
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Throttled.class);
        CodeOwner proof = new CodeOwner("ada", Purpose.VERIFY_NUMBER, "browser-1", "number-2");
        codes.begin(request(proof));
        assertThat(codes.check(proof, lastDigits())).isInstanceOf(CodeCheck.Accepted.class);
        pass(Duration.ofHours(2));
        codes.begin(request(OWNER));
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Accepted.class);
    }

    @Test
    @DisplayName("A hundred wrong codes for numbers to be added block no number for good: the hour bounds them")
    void noEndForProofs() {
        for (int i = 0; i < 20; i++) {
            CodeOwner proof = proof("ada", "number-" + i);
            codes.begin(request(proof));
            String wrong = otherThan(lastDigits());
            for (int j = 0; j < 5; j++) {
                assertThat(codes.check(proof, wrong)).isInstanceOf(CodeCheck.Wrong.class);
            }
            pass(Duration.ofHours(1));
        }
        CodeOwner last = proof("ada", "number-last");
        codes.begin(request(last));
        assertThat(codes.check(last, lastDigits())).isInstanceOf(CodeCheck.Accepted.class);
    }

    @Test
    @DisplayName(
            "Wrong codes for numbers to be added are counted over all numbers: after ten in an hour nothing is compared")
    void proofsPerHour() {
        for (int i = 0; i < 2; i++) {
            CodeOwner proof = proof("ada", "number-" + i);
            codes.begin(request(proof));
            String wrong = otherThan(lastDigits());
            for (int j = 0; j < 5; j++) {
                assertThat(codes.check(proof, wrong)).isInstanceOf(CodeCheck.Wrong.class);
            }
        }
        CodeOwner third = proof("ada", "number-3");
        codes.begin(request(third));
        assertThat(codes.check(third, lastDigits())).isInstanceOf(CodeCheck.Throttled.class);
    }

    @Test
    @DisplayName("A right code forgets the wrong ones")
    void rightForgetsWrong() {
        for (int round = 0; round < 5; round++) {
            codes.begin(request(OWNER));
            wrong(4);
            assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Accepted.class);
            pass(Duration.ofMinutes(3));
        }
    }

    @Test
    @DisplayName("8 parallel guesses: never more than 5 are compared")
    void parallelGuesses() throws Exception {
        codes.begin(request(OWNER));
        String wrong = otherThan(lastDigits());
        List<CodeCheck> checks = atOnce(8, () -> codes.check(OWNER, wrong));
        assertThat(checks).filteredOn(CodeCheck.Wrong.class::isInstance).hasSizeLessThanOrEqualTo(5);
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Exhausted.class);
    }

    @Test
    @DisplayName("Attack 3: the right code posted in parallel is accepted once")
    void parallelRight() throws Exception {
        codes.begin(request(OWNER));
        String right = lastDigits();
        assertThat(atOnce(4, () -> codes.check(OWNER, right)))
                .filteredOn(CodeCheck.Accepted.class::isInstance)
                .hasSize(1);
    }

    @Test
    @DisplayName("Attacks 7 and 8: a code is worth nothing for another user, browser, number or purpose")
    void bound() {
        codes.begin(request(OWNER));
        String code = lastDigits();
        List<CodeOwner> others = List.of(
                new CodeOwner("bob", Purpose.LOGIN, "browser-1", "number-1"),
                new CodeOwner("ada", Purpose.VERIFY_NUMBER, "browser-1", "number-1"),
                new CodeOwner("ada", Purpose.LOGIN, "browser-2", "number-1"),
                new CodeOwner("ada", Purpose.LOGIN, "browser-1", "number-2"));
        assertThat(others)
                .allSatisfy(other -> assertThat(codes.check(other, code)).isInstanceOf(CodeCheck.Expired.class));
    }

    @Test
    @DisplayName("S8: the wait belongs to the number: a sign-in in another browser shows it, and then sends")
    void waitBelongsToTheNumber() {
        codes.begin(request(OWNER));
        CodeOwner elsewhere = new CodeOwner("ada", Purpose.LOGIN, "browser-2", "number-1");
        CodeState waiting = codes.begin(request(elsewhere));
        assertThat(waiting.kind()).isEqualTo(Kind.WAITING);
        assertThat(waiting.resendAt()).isEqualTo(now.plus(Duration.ofMinutes(2)));
        pass(Duration.ofMinutes(2));
        assertThat(codes.begin(request(elsewhere)).textedNow()).isTrue();
    }

    @Test
    @DisplayName(
            "Attack 32: a stranger who adds the number takes neither the wait nor the texts of those who sign in with it")
    void strangerTakesNothing() {
        for (int i = 0; i < 10; i++) {
            codes.begin(request(proof("eve-" + i, "number-1")));
        }
        assertThat(codes.begin(request(OWNER)).textedNow()).isTrue();
    }

    @Test
    @DisplayName("Attack 14: a stranger who adds the number sees the same whether or not somebody signs in with it")
    void strangerLearnsNothing() {
        CodeOwner eve = proof("eve", "number-1");
        codes.begin(request(OWNER));
        assertThat(codes.look(request(eve)).resendAt()).isBeforeOrEqualTo(now);
        assertThat(codes.begin(request(eve)).textedNow()).isTrue();
        assertThat(codes.begin(request(proof("mallory", "number-1"))).textedNow())
                .as("one who adds it learns nothing of another")
                .isTrue();
    }

    @Test
    @DisplayName("S2: whoever adds a number waits between two texts to it, in another browser as well")
    void waitOfAProof() {
        codes.begin(request(proof("ada", "number-1")));
        CodeOwner elsewhere = new CodeOwner("ada", Purpose.VERIFY_NUMBER, "browser-2", "number-1");
        assertThat(codes.begin(request(elsewhere)).kind()).isEqualTo(Kind.WAITING);
        pass(Duration.ofMinutes(2));
        assertThat(codes.begin(request(elsewhere)).textedNow()).isTrue();
    }

    @Test
    @DisplayName("S7: half as many texts go to a number that is added as to one that signs in, whoever adds it")
    void proofsPerNumber() {
        for (int i = 0; i < 5; i++) {
            assertThat(codes.begin(request(proof("eve-" + i, "number-1"))).textedNow())
                    .isTrue();
        }
        CodeState state = codes.begin(request(proof("mallory", "number-1")));
        assertThat(state.kind()).isEqualTo(Kind.LIMITED);
        assertThat(state.limit()).isEqualTo(Limit.SENDS_PER_NUMBER);
        assertThat(sent).hasSize(5);
    }

    @Test
    @DisplayName("S8: once the code was entered the text has arrived, and the next sign-in does not wait")
    void noWaitAfterAcceptance() {
        codes.begin(request(OWNER));
        assertThat(codes.check(OWNER, lastDigits())).isInstanceOf(CodeCheck.Accepted.class);
        assertThat(codes.begin(request(OWNER)).textedNow()).isTrue();
    }

    @Test
    @DisplayName("S8: begun anew in the same browser, the living code stays good and nothing is sent")
    void begunAnewInTheSameBrowser() {
        codes.begin(request(OWNER));
        pass(Duration.ofMinutes(3));
        assertThat(codes.begin(request(OWNER)).kind()).isEqualTo(Kind.SENT);
        assertThat(sent).hasSize(1);
    }

    @Test
    @DisplayName("S7: the limit per user bites with its name and its end, and sends nothing")
    void limited() {
        TextCodes strict = codes(new SmsPolicy(
                List.of("outbox"), Duration.ofMinutes(5), Duration.ofMinutes(2), "US", Set.of(), 1, 10, 60, 10));
        strict.begin(request(OWNER));
        deliver(new SendOutcome.Accepted("m1"));
        pass(Duration.ofMinutes(2));
        CodeState state = strict.sendAgain(request(OWNER));
        assertThat(state.kind()).as("the code that was sent stays good").isEqualTo(Kind.SENT);
        assertThat(state.limit()).isEqualTo(Limit.SENDS_PER_USER);
        assertThat(state.resendAt()).isEqualTo(now.plus(Duration.ofMinutes(58)));
        assertThat(sent).hasSize(1);
        CodeOwner elsewhere = new CodeOwner("ada", Purpose.LOGIN, "browser-2", "number-1");
        assertThat(strict.begin(request(elsewhere)).kind()).isEqualTo(Kind.LIMITED);
    }

    @Test
    @DisplayName("A full queue is told at once and costs no wait")
    void fullQueue() {
        queueFull = true;
        CodeState state = codes.begin(request(OWNER));
        assertThat(state.kind()).isEqualTo(Kind.REFUSED);
        assertThat(state.resendAt()).isEqualTo(now);
        queueFull = false;
        assertThat(codes.sendAgain(request(OWNER)).textedNow()).isTrue();
    }

    @Test
    @DisplayName("A text that no worker took up was lost with its node: sending again is offered at once")
    void lostText() {
        codes.begin(request(OWNER));
        pass(TextCodes.LOST_AFTER.plusSeconds(1));
        assertThat(codes.look(request(OWNER)).resendAt()).isEqualTo(now);
        assertThat(codes.sendAgain(request(OWNER)).textedNow()).isTrue();
    }

    @Test
    @DisplayName("A code whose key is gone counts as expired")
    void keyGone() {
        codes.begin(request(OWNER));
        String code = lastDigits();
        keyGone = true;
        assertThat(codes.check(OWNER, code)).isInstanceOf(CodeCheck.Expired.class);
    }

    @Test
    @DisplayName("S4: a refusal that is known shows on the next look, and another text may be asked for at once")
    void refusal() {
        codes.begin(request(OWNER));
        deliver(new SendOutcome.Refused(Refusal.OPTED_OUT, "21610"));
        CodeState state = codes.look(request(OWNER));
        assertThat(state.kind()).isEqualTo(Kind.REFUSED);
        assertThat(state.refusal()).isEqualTo(Refusal.OPTED_OUT);
        assertThat(state.resendAt()).isBeforeOrEqualTo(now);
    }

    @Test
    @DisplayName("What was perhaps sent is not sent again before the wait is over")
    void unsure() {
        codes.begin(request(OWNER));
        deliver(new SendOutcome.Unsure("503"));
        assertThat(codes.look(request(OWNER)).kind()).isEqualTo(Kind.SENT);
        assertThat(codes.sendAgain(request(OWNER)).textedNow()).isFalse();
    }

    @Test
    @DisplayName("One text is delivered by one worker only")
    void deliveredOnce() {
        codes.begin(request(OWNER));
        AtomicInteger sends = new AtomicInteger();
        TextDelivery delivery = new TextDelivery(
                store,
                throttle::giveBack,
                message -> {
                    sends.incrementAndGet();
                    return new SendOutcome.Accepted("id");
                },
                () -> now);
        delivery.deliver(sent.getLast());
        delivery.deliver(sent.getLast());
        assertThat(sends).hasValue(1);
    }

    private void deliver(SendOutcome outcome) {
        new TextDelivery(store, throttle::giveBack, message -> outcome, () -> now).deliver(sent.getLast());
    }

    private TextCodes codes(SmsPolicy policy) {
        return new TextCodes(
                policy,
                store,
                throttle,
                new CodeDigits(new HashKey()),
                new QueueStub(),
                () -> now,
                () -> "id-" + ids.incrementAndGet());
    }

    private static CodeOwner proof(String userId, String numberKey) {
        return new CodeOwner(userId, Purpose.VERIFY_NUMBER, "browser of " + userId, numberKey);
    }

    private static CodeRequest request(CodeOwner owner) {
        return new CodeRequest(owner, NUMBER, "address-1", digits -> Secret.of("Code: " + digits.reveal()));
    }

    private void wrong(int times) {
        String wrong = otherThan(lastDigits());
        for (int i = 0; i < times; i++) {
            assertThat(codes.check(OWNER, wrong)).isInstanceOf(CodeCheck.Wrong.class);
        }
    }

    private String lastDigits() {
        return sent.getLast().message().body().reveal().substring("Code: ".length());
    }

    private static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(work);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private final class QueueStub implements Dispatcher {

        @Override
        public boolean handOver(PendingText text) {
            if (!queueFull) {
                sent.add(text);
            }
            return !queueFull;
        }

        @Override
        public boolean handOver(TextMessage notice) {
            return !queueFull;
        }
    }

    private final class HashKey implements MacKey {

        @Override
        public String currentId() {
            return "key";
        }

        @Override
        public Optional<byte[]> mac(String keyId, String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return keyGone ? Optional.empty() : Optional.of(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
