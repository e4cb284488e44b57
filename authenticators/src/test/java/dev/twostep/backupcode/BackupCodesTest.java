package dev.twostep.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.backupcode.BackupCodeSet.State;
import dev.twostep.throttle.FakeThrottle;
import dev.twostep.throttle.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class BackupCodesTest {

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final FakeBackupCodeStore store = new FakeBackupCodeStore();
    private final FakeThrottle throttle = new FakeThrottle(() -> now);
    private final TestCodes.Key key = new TestCodes.Key();

    @Test
    @DisplayName("B6: a code on offer is not accepted before the user has kept it")
    void notBeforeKept() {
        String code = text(made(codes().generate(false)));
        assertThat(codes().use(code)).isInstanceOf(CodeUse.Unknown.class);
        assertThat(codes().confirm(1, false)).isEqualTo(Keeping.KEPT);
        assertThat(codes().use(code)).isEqualTo(new CodeUse.Accepted(1, 0));
    }

    @Test
    @DisplayName("B6, B9: asking again shows the same code and keeps no readable copy of it")
    void shownAgain() {
        Offer.Made first = made(codes().generate(false));
        Offer.Made again = made(codes().generate(false));
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(again.pending()).isEqualTo(first.pending());
        assertThat(first).asString().doesNotContain(text(first)).doesNotContain(plain(first));
        assertThat(stored().pending()).asString().doesNotContain(plain(first));
    }

    @Test
    @DisplayName("B2: five active codes, numbered one after the other; the sixth is refused")
    void five() {
        keep(5);
        assertThat(stored().active()).isEqualTo(5);
        assertThat(stored().entries()).extracting(BackupCodeSet.Entry::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(codes().generate(false)).isEqualTo(new Offer.Full());
        assertThat(stored().pending()).isNull();
    }

    @Test
    @DisplayName("B2: replacing all leaves the old codes good until the new one was kept")
    void replaceAll() {
        List<String> old = keep(5);
        Offer.Made made = made(codes().generate(true));
        assertThat(made.pending().number()).isEqualTo(6);
        assertThat(made.pending().replacing()).isTrue();
        assertThat(stored().active()).isEqualTo(5);
        assertThat(made(codes().generate(false)).pending())
                .as("a reload does not take it back")
                .isEqualTo(made.pending());
        assertThat(codes().confirm(6, true)).isEqualTo(Keeping.KEPT);
        assertThat(codes().next()).hasValue(6);
        assertThat(stored().active()).isEqualTo(1);
        assertThat(codes().use(old.get(0))).isEqualTo(new CodeUse.Voided(1, OptionalInt.of(6)));
        assertThat(codes().use(text(made))).isEqualTo(new CodeUse.Accepted(6, 0));
    }

    @Test
    @DisplayName("a code on offer can be made one that replaces all")
    void replaceLater() {
        keep(2);
        String shown = text(made(codes().generate(false)));
        Offer.Made replacing = made(codes().generate(true));
        assertThat(text(replacing)).isEqualTo(shown);
        assertThat(replacing.pending().replacing()).isTrue();
    }

    @Test
    @DisplayName("a page that did not say so does not replace the other codes, and the other way round")
    void replacingBehindTheBack() {
        keep(2);
        codes().generate(false);
        codes().generate(true);
        assertThat(codes().confirm(3, false))
                .as("shown before “replace” was pressed")
                .isEqualTo(Keeping.GONE);
        assertThat(stored().active()).isEqualTo(2);
        assertThat(codes().confirm(3, true)).isEqualTo(Keeping.KEPT);
        assertThat(stored().active()).isEqualTo(1);
        codes().generate(false);
        assertThat(codes().confirm(4, true)).isEqualTo(Keeping.GONE);
    }

    @Test
    @DisplayName("B6: keeping twice, by a second click, is keeping once")
    void keptTwice() {
        codes().generate(false);
        assertThat(codes().confirm(1, false)).isEqualTo(Keeping.KEPT);
        int writes = store.writes;
        assertThat(codes().confirm(1, false)).isEqualTo(Keeping.KEPT);
        assertThat(store.writes).isEqualTo(writes);
        assertThat(stored().active()).isEqualTo(1);
    }

    @Test
    @DisplayName("another number than the one on offer is not kept")
    void keptAnother() {
        assertThat(codes().confirm(1, false)).isEqualTo(Keeping.GONE);
        codes().generate(false);
        assertThat(codes().confirm(2, false)).isEqualTo(Keeping.GONE);
        assertThat(codes().confirm(0, false)).isEqualTo(Keeping.GONE);
        assertThat(stored().active()).isZero();
        String code = text(made(codes().generate(false)));
        codes().confirm(1, false);
        codes().use(code);
        assertThat(codes().confirm(1, false)).as("it is used by now").isEqualTo(Keeping.GONE);
    }

    @Test
    @DisplayName(
            "the key of a code on offer is gone: it cannot be kept, and another one is offered under the same number")
    void keyGone() {
        String lost = text(made(codes().generate(false)));
        key.gone = true;
        assertThat(codes().confirm(1, false)).isEqualTo(Keeping.GONE);
        key.gone = false;
        store.set = stored().offering(new BackupCodeSet.Pending(1, "other", "key", false));
        Offer.Made other = made(codes().generate(false));
        assertThat(other.pending().number()).isEqualTo(1);
        assertThat(text(other)).isNotEqualTo(lost);
    }

    @Test
    @DisplayName("there is no code without a second factor")
    void noFactor() {
        store.factors = Set.of();
        assertThat(codes().generate(false)).isEqualTo(new Offer.NoFactor());
        assertThat(codes().generate(true)).isEqualTo(new Offer.NoFactor());
        assertThat(store.set).isNull();
    }

    @Test
    @DisplayName("codes die with the factors under which they were made, for good")
    void deadForGood() {
        List<String> codes = keep(2);
        store.factors = Set.of();
        assertThat(codes().use(codes.get(0))).isEqualTo(new CodeUse.Voided(1, OptionalInt.empty()));
        store.factors = Set.of("another phone");
        assertThat(codes().use(codes.get(0))).isEqualTo(new CodeUse.Voided(1, OptionalInt.empty()));
        assertThat(codes().next()).isEmpty();
        Offer.Made made = made(codes().generate(false));
        assertThat(made.pending().number()).isEqualTo(3);
        codes().confirm(3, false);
        assertThat(stored().entries())
                .extracting(BackupCodeSet.Entry::state)
                .containsExactly(State.VOIDED, State.VOIDED, State.ACTIVE);
    }

    @Test
    @DisplayName("a code on offer dies with the factors as well")
    void offerDies() {
        codes().generate(false);
        store.factors = Set.of("another phone");
        assertThat(codes().confirm(1, false)).isEqualTo(Keeping.GONE);
    }

    @Test
    @DisplayName("a factor that is added while one is left holds the codes too, once it was noticed")
    void moreFactors() {
        List<String> codes = keep(1);
        store.factors = Set.of("phone", "app");
        assertThat(codes().settle().factors()).containsExactlyInAnyOrder("phone", "app");
        store.factors = Set.of("app");
        assertThat(codes().settle().active()).isEqualTo(1);
        assertThat(codes().use(codes.get(0))).isEqualTo(new CodeUse.Accepted(1, 0));
    }

    @Test
    @DisplayName("settling writes nothing when nothing has changed")
    void settledAlready() {
        assertThat(codes().settle().active()).isZero();
        assertThat(store.set).isNull();
        keep(1);
        int writes = store.writes;
        assertThat(codes().settle().active()).isEqualTo(1);
        assertThat(store.writes).isEqualTo(writes);
    }

    @Test
    @DisplayName("wrong codes are counted before they are compared; then not even the right one is")
    void limited() {
        String code = keep(1).get(0);
        IntStream.range(0, 3).forEach(i -> assertThat(codes().use("wrong")).isInstanceOf(CodeUse.Unknown.class));
        assertThat(codes().use(code))
                .isEqualTo(new CodeUse.Throttled(Limit.WRONG_CODES_PER_USER, now.plus(Duration.ofHours(1))));
        now = now.plus(Duration.ofHours(1));
        assertThat(codes().use(code)).isInstanceOf(CodeUse.Accepted.class);
    }

    @Test
    @DisplayName("a right code, and keeping a new one, forget the wrong ones")
    void forgiven() {
        List<String> codes = keep(2);
        IntStream.range(0, 2).forEach(i -> codes().use("wrong"));
        codes().use(codes.get(0));
        IntStream.range(0, 3).forEach(i -> assertThat(codes().use("wrong")).isInstanceOf(CodeUse.Unknown.class));
        assertThat(codes().use(codes.get(1))).isInstanceOf(CodeUse.Throttled.class);
        codes().generate(false);
        codes().confirm(3, false);
        assertThat(codes().use(codes.get(1))).isInstanceOf(CodeUse.Accepted.class);
    }

    @Test
    @DisplayName("B5: inactive codes stay known, up to a hundred of them")
    void remembered() {
        List<String> all = new ArrayList<>();
        for (int number = 1; number <= BackupCodeSet.MOST_INACTIVE + 2; number++) {
            all.add(text(made(codes().generate(true))));
            codes().confirm(number, true);
        }
        assertThat(stored().entries()).hasSize(BackupCodeSet.MOST_INACTIVE + 1);
        assertThat(codes().use(all.get(0))).as("the oldest is forgotten").isInstanceOf(CodeUse.Unknown.class);
        assertThat(codes().use(all.get(1))).isInstanceOf(CodeUse.Voided.class);
        assertThat(stored().newest()).contains(State.ACTIVE);
    }

    @Test
    @DisplayName("a user who never had a code has none to use, and what is typed counts")
    void neverHadOne() {
        assertThat(codes().use("7K3M-9QXT-2BWPN")).isEqualTo(new CodeUse.Unknown(OptionalInt.empty()));
        assertThat(codes().look().newest()).isEmpty();
        assertThat(store.set).isNull();
    }

    /** Makes and keeps as many. */
    private List<String> keep(int wanted) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Offer.Made made = made(codes().generate(false));
            codes.add(text(made));
            codes().confirm(made.pending().number(), made.pending().replacing());
        }
        return codes;
    }

    private BackupCodes codes() {
        return TestCodes.of(store, new BackupCodePolicy(OutOfOrder.REFUSE, 3), throttle, () -> now, key);
    }

    private BackupCodeSet stored() {
        return Optional.ofNullable(store.set).orElseThrow();
    }

    private static Offer.Made made(Offer offer) {
        assertThat(offer).isInstanceOf(Offer.Made.class);
        return (Offer.Made) offer;
    }

    private static String text(Offer.Made made) {
        return made.code().grouped().reveal();
    }

    private static String plain(Offer.Made made) {
        return text(made).replace("-", "");
    }
}
