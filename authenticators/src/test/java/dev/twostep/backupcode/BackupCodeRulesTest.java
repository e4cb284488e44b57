package dev.twostep.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.backupcode.BackupCodeSet.Entry;
import dev.twostep.backupcode.BackupCodeSet.State;
import dev.twostep.throttle.FakeThrottle;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of a set against every input. A state is a word: its first letter is code number 1, and so on; A is active, U used, V
 * voided. An input is the number of the code that is typed, or a code that is none of them, or no code at all.
 */
final class BackupCodeRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final int UNKNOWN = 0;
    private static final int MALFORMED = -1;

    @ParameterizedTest(name = "{0}, code {1} typed, {2}: {3}, then {4}")
    @CsvSource({
        // B3: the next one is accepted, whatever lies before it
        "A,     1, REFUSE, Accepted 1 left 0,   U",
        "AAAAA, 1, REFUSE, Accepted 1 left 4,   UAAAA",
        "UAAAA, 2, REFUSE, Accepted 2 left 3,   UUAAA",
        "UUUUA, 5, REFUSE, Accepted 5 left 0,   UUUUU",
        "VVVA,  4, REFUSE, Accepted 4 left 0,   VVVU",
        "UVA,   3, REFUSE, Accepted 3 left 0,   UVU",
        "AAAAA, 1, ACCEPT, Accepted 1 left 4,   UAAAA",
        // B4: a later active one is refused and voids all, or is accepted and voids the earlier ones
        "AA,    2, REFUSE, OutOfOrder 2,        VV",
        "AAAAA, 5, REFUSE, OutOfOrder 5,        VVVVV",
        "UUAAA, 4, REFUSE, OutOfOrder 4,        UUVVV",
        "VUAA,  4, REFUSE, OutOfOrder 4,        VUVV",
        "AA,    2, ACCEPT, Accepted 2 left 0,   VU",
        "AAAAA, 4, ACCEPT, Accepted 4 left 1,   VVVUA",
        "UUAAA, 5, ACCEPT, Accepted 5 left 0,   UUVVU",
        // B5: a used or voided one has its own answer, and changes nothing
        "U,     1, REFUSE, Used 1 next none,    U",
        "UAAAA, 1, REFUSE, Used 1 next 2,       UAAAA",
        "UAAAA, 1, ACCEPT, Used 1 next 2,       UAAAA",
        "VVVVV, 3, REFUSE, Voided 3 next none,  VVVVV",
        "VVA,   1, REFUSE, Voided 1 next 3,     VVA",
        "VVA,   1, ACCEPT, Voided 1 next 3,     VVA",
        "UVU,   3, REFUSE, Used 3 next none,    UVU",
        // anything else changes nothing either
        "AAAAA, 0, REFUSE, Unknown next 1,      AAAAA",
        "AAAAA, 0, ACCEPT, Unknown next 1,      AAAAA",
        "UAAAA, -1, REFUSE, Unknown next 2,     UAAAA",
        "VVVVV, 0, REFUSE, Unknown next none,   VVVVV",
        "UUUUU, -1, ACCEPT, Unknown next none,  UUUUU"
    })
    void rule(String state, int typed, OutOfOrder policy, String answer, String after) {
        FakeBackupCodeStore store = storeOf(state);
        assertThat(inWords(codes(store, policy).use(input(typed)))).isEqualTo(answer);
        assertThat(stateOf(store)).isEqualTo(after);
    }

    @Test
    @DisplayName("B3, B4, B5: all states of up to five codes, all inputs, both policies")
    void everyStateAndInput() {
        for (String state : states()) {
            for (int typed = MALFORMED; typed <= state.length(); typed++) {
                for (OutOfOrder policy : OutOfOrder.values()) {
                    walk(state, typed, policy);
                }
            }
        }
    }

    private static void walk(String state, int typed, OutOfOrder policy) {
        FakeBackupCodeStore store = storeOf(state);
        CodeUse use = codes(store, policy).use(input(typed));
        String after = stateOf(store);
        String what = state + ", " + typed + " typed, " + policy + ": " + inWords(use) + ", then " + after;
        char kind = typed > 0 ? state.charAt(typed - 1) : '?';
        boolean next = kind == 'A' && state.indexOf('A') == typed - 1;

        assertThat(after).as(what).hasSameSizeAs(state);
        assertThat(use instanceof CodeUse.Accepted)
                .as("only an active code is accepted, in its turn or where the policy says so: " + what)
                .isEqualTo(next || (kind == 'A' && policy == OutOfOrder.ACCEPT));
        assertThat(use instanceof CodeUse.OutOfOrder)
                .as("only an active code can be out of order: " + what)
                .isEqualTo(kind == 'A' && !next && policy == OutOfOrder.REFUSE);
        assertThat(use instanceof CodeUse.Used).as(what).isEqualTo(kind == 'U');
        assertThat(use instanceof CodeUse.Voided).as(what).isEqualTo(kind == 'V');
        assertThat(use instanceof CodeUse.Unknown).as(what).isEqualTo(kind == '?');
        if (kind != 'A') {
            assertThat(after)
                    .as("a code that is not an active one never makes others inactive: " + what)
                    .isEqualTo(state);
            assertThat(store.writes).as(what).isZero();
        }
        if (use instanceof CodeUse.Accepted accepted) {
            assertThat(after.charAt(typed - 1)).as(what).isEqualTo('U');
            assertThat(after.substring(0, typed)).as(what).doesNotContain("A");
            assertThat(after.substring(typed)).as(what).isEqualTo(state.substring(typed));
            assertThat(accepted.left()).as(what).isEqualTo(count(after));
            assertThat(inWords(codes(store, policy).use(input(typed))))
                    .as("once only: " + what)
                    .startsWith("Used " + typed);
        }
        if (use instanceof CodeUse.OutOfOrder) {
            assertThat(after).as("all inactive, nothing else: " + what).isEqualTo(state.replace('A', 'V'));
        }
    }

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource({
        // B6, B9: a reload shows the same code, and what was chosen for it
        "A,     add add,                     2 id-1",
        "A,     replace add,                 2 id-1 replacing",
        // “Cancel” takes back the code and what was chosen for it
        "A,     add cancel,                  none",
        "A,     add cancel add,              2 id-2",
        "A,     replace cancel add,          2 id-2",
        "AAAAA, replace cancel,              none",
        "AAAAA, replace cancel add,          none",
        "AAAAA, replace cancel use1 add,     6 id-2",
        // “Keep my other codes” takes back only what was chosen, unless there are five already
        "A,     replace others,              2 id-1",
        "A,     replace others add,          2 id-1",
        "A,     replace others replace,      2 id-1 replacing",
        "AAAA,  replace others,              5 id-1",
        "AAAAA, replace others,              none",
        "A,     add others,                  2 id-1",
        // what another browser was shown since is not meant
        "A,     add cancel9 others9,         2 id-1",
        // as long as there are others, the offer stands
        "AA,    add use1,                    3 id-1",
        "AA,    replace use1 add,            3 id-1 replacing",
        // with the last one used, or all of them void, it ends: the next one is another code, and replaces nothing
        "A,     add use1,                    none",
        "A,     add use1 add,                2 id-2",
        "A,     replace use1 add,            2 id-2",
        "AA,    add use2,                    none",
        "AA,    add use2 add,                3 id-2",
        "AAAAA, replace use5 add,            6 id-2"
    })
    @DisplayName("B6, B8, B9: what becomes of a code on offer")
    void offer(String state, String steps, String pending) {
        FakeBackupCodeStore store = storeOf(state);
        BackupCodes codes = codes(store, OutOfOrder.REFUSE);
        int offered = state.length() + 1;
        for (String step : steps.split(" ", -1)) {
            switch (step) {
                case "add" -> codes.generate(false);
                case "replace" -> codes.generate(true);
                case "cancel" -> codes.withdraw(offered);
                case "cancel9" -> codes.withdraw(9);
                case "others" -> codes.keepOthers(offered);
                case "others9" -> codes.keepOthers(9);
                default -> codes.use(input(Integer.parseInt(step.substring("use".length()))));
            }
        }
        assertThat(pendingOf(store)).isEqualTo(pending);
    }

    private static String pendingOf(FakeBackupCodeStore store) {
        return Optional.ofNullable(Optional.ofNullable(store.set).orElseThrow().pending())
                .map(code -> code.number() + " " + code.id() + (code.replacing() ? " replacing" : ""))
                .orElse("none");
    }

    private static List<String> states() {
        List<String> all = new ArrayList<>(List.of("A", "U", "V"));
        for (int i = 0; i < all.size() && all.get(i).length() < BackupCodeSet.MOST_ACTIVE; i++) {
            for (char next : "AUV".toCharArray()) {
                all.add(all.get(i) + next);
            }
        }
        assertThat(all).hasSize(3 + 9 + 27 + 81 + 243);
        return all;
    }

    private static FakeBackupCodeStore storeOf(String state) {
        CodeHasher hasher = new CodeHasher(1, new byte[16]);
        List<Entry> entries = IntStream.rangeClosed(1, state.length())
                .mapToObj(
                        number -> new Entry(number, hasher.hash(code(number)), stateOf(state.charAt(number - 1)), NOW))
                .toList();
        FakeBackupCodeStore store = new FakeBackupCodeStore();
        store.set = new BackupCodeSet(hasher, entries, null, Set.of("phone"));
        return store;
    }

    private static State stateOf(char letter) {
        return Stream.of(State.values())
                .filter(state -> state.name().charAt(0) == letter)
                .findFirst()
                .orElseThrow();
    }

    private static String stateOf(FakeBackupCodeStore store) {
        return Optional.ofNullable(store.set).orElseThrow().entries().stream()
                .map(entry -> entry.state().name().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static long count(String state) {
        return state.chars().filter(letter -> letter == 'A').count();
    }

    private static String input(int typed) {
        return switch (typed) {
            case MALFORMED -> "not a backup code";
            case UNKNOWN -> code(99).grouped().reveal();
            default -> code(typed).grouped().reveal();
        };
    }

    private static BackupCode code(int number) {
        return BackupCode.of(
                ByteBuffer.allocate(9).put(new byte[] {42}).putInt(number).array());
    }

    private static BackupCodes codes(FakeBackupCodeStore store, OutOfOrder policy) {
        return TestCodes.of(store, new BackupCodePolicy(policy, 100), new FakeThrottle(() -> NOW), () -> NOW);
    }

    private static String inWords(CodeUse use) {
        if (use instanceof CodeUse.Accepted accepted) {
            return "Accepted " + accepted.number() + " left " + accepted.left();
        }
        if (use instanceof CodeUse.OutOfOrder outOfOrder) {
            return "OutOfOrder " + outOfOrder.number();
        }
        if (use instanceof CodeUse.Used used) {
            return "Used " + used.number() + " next " + TestCodes.inWords(used.next());
        }
        if (use instanceof CodeUse.Voided voided) {
            return "Voided " + voided.number() + " next " + TestCodes.inWords(voided.next());
        }
        if (use instanceof CodeUse.Unknown unknown) {
            return "Unknown next " + TestCodes.inWords(unknown.next());
        }
        return use.toString();
    }
}
