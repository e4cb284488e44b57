package dev.twostep.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FatigueTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Asker ASKER = asker("browser", "address");

    private final List<LoginRequest> oldestFirst = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 10",
        "2, 20",
        "3, 40",
        "4, 80",
        "5, 160",
        "6, 320",
        "7, 640",
        "8, 1280",
        "9, 2560",
        "10, 3600",
        "11, 3600",
        "30, 3600",
        "50, 3600"
    })
    @DisplayName("P7: after each request that came to nothing the wait is twice as long, from ten seconds to an hour")
    void growing(int inVain, long seconds) {
        for (int i = 0; i < inVain; i++) {
            add(RequestStatus.EXPIRED, NOW);
        }
        assertThat(waits(ASKER)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(waits(asker("another", "another"))).as("of anybody").isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    @DisplayName("P7: the wait begins with the request and ends on time")
    void ends() {
        add(RequestStatus.EXPIRED, NOW.minusSeconds(10).plusMillis(1));
        assertThat(fatigue().wait(ASKER)).contains(new Asking.Wait(Asking.Reason.IN_VAIN, NOW.plusMillis(1)));
        oldestFirst.clear();
        add(RequestStatus.EXPIRED, NOW.minusSeconds(10));
        assertThat(fatigue().wait(ASKER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RequestStatus.class)
    @DisplayName("P7: only what was approved, or led to a sign-in in another way, ends the growth")
    void reset(RequestStatus status) {
        add(RequestStatus.EXPIRED, NOW);
        add(RequestStatus.EXPIRED, NOW);
        add(status, NOW.minus(Fatigue.MEMORY).plusSeconds(40));
        add(RequestStatus.EXPIRED, NOW);

        boolean good = EnumSet.of(RequestStatus.APPROVED, RequestStatus.FINISHED, RequestStatus.OTHER_WAY)
                .contains(status);
        Duration growth = Duration.ofSeconds(good ? 10 : 80);
        assertThat(waits(asker("another", "another"))).isEqualTo(growth);
    }

    @Test
    @DisplayName("P7: nobody waits after a success")
    void afterSuccess() {
        add(RequestStatus.EXPIRED, NOW);
        add(RequestStatus.FINISHED, NOW);
        assertThat(fatigue().wait(ASKER)).isEmpty();
        assertThat(new Fatigue(List.of(), NOW).wait(ASKER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "browser, address, true",
        "browser, another, true",
        "another, address, true",
        "another, another, false",
        "address, browser, false"
    })
    @DisplayName("P7: after a denial it is quiet for ten minutes for the same browser or address, and not for others")
    void denied(String browser, String address, boolean quiet) {
        for (RequestStatus refused : List.of(RequestStatus.DENIED, RequestStatus.WRONG_NUMBER)) {
            oldestFirst.clear();
            add(refused, NOW);
            assertThat(waits(asker(browser, address))).isEqualTo(Duration.ofSeconds(quiet ? 600 : 10));
        }
    }

    @Test
    @DisplayName("P7: the ten minutes begin with the denial, however long the request had waited for it")
    void deniedLate() {
        add(RequestStatus.DENIED, NOW.minusSeconds(599), NOW);
        assertThat(waits(ASKER)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    @DisplayName(
            "P7: a success elsewhere does not end the quiet after a denial, nor does a later denial from elsewhere")
    void deniedBefore() {
        add(RequestStatus.DENIED, NOW.minusSeconds(300));
        add("elsewhere", RequestStatus.DENIED, NOW.minusSeconds(200), NOW.minusSeconds(200));
        add("elsewhere", RequestStatus.FINISHED, NOW.minusSeconds(100), NOW.minusSeconds(100));
        assertThat(waits(ASKER)).isEqualTo(Duration.ofMinutes(5));
        assertThat(waits(asker("elsewhere", "elsewhere"))).isEqualTo(Duration.ofSeconds(400));
        assertThat(waits(asker("third", "third"))).isZero();
    }

    @Test
    @DisplayName("P6: after a report it is quiet for a day, for everybody, whatever came after it")
    void reported() {
        add(RequestStatus.REPORTED, NOW.minusSeconds(100));
        add("elsewhere", RequestStatus.FINISHED, NOW, NOW);
        Duration left = Duration.ofDays(1).minusSeconds(100);
        assertThat(waits(ASKER)).isEqualTo(left);
        assertThat(waits(asker("another", "another"))).isEqualTo(left);
        assertThat(new Fatigue(oldestFirst, NOW.plus(left)).wait(asker("another", "another")))
                .isEmpty();
    }

    @Test
    @DisplayName("P6: the day begins with the report, also of a request that was over for long")
    void reportedLate() {
        add(RequestStatus.REPORTED, NOW.minus(Duration.ofDays(20)), NOW);
        add(RequestStatus.FINISHED, NOW.minusSeconds(1));
        assertThat(waits(ASKER)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    @DisplayName("P6: of several reports, the last one counts, whichever request it was of")
    void reportedTwice() {
        add(RequestStatus.REPORTED, NOW.minusSeconds(200), NOW);
        add(RequestStatus.REPORTED, NOW.minusSeconds(100), NOW.minusSeconds(50));
        assertThat(waits(ASKER)).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED EXPIRED, false",
        "EXPIRED EXPIRED EXPIRED, true",
        "CANCELLED EXPIRED CANCELLED, true",
        "EXPIRED EXPIRED PENDING, true",
        "FINISHED EXPIRED EXPIRED, false",
        "EXPIRED FINISHED EXPIRED EXPIRED, false",
        "FINISHED EXPIRED EXPIRED EXPIRED, true",
        "EXPIRED EXPIRED EXPIRED DENIED, false",
        "EXPIRED EXPIRED EXPIRED APPROVED, false",
        "EXPIRED EXPIRED EXPIRED WRONG_NUMBER, false",
        "EXPIRED EXPIRED EXPIRED REPORTED, false",
        "EXPIRED EXPIRED EXPIRED OTHER_WAY, false",
        "EXPIRED EXPIRED OTHER_WAY EXPIRED EXPIRED, false",
        "EXPIRED EXPIRED EXPIRED EXPIRED EXPIRED, true"
    })
    @DisplayName("P7: after three in a row that nobody answered, no notification is one more")
    void quiet(String all, boolean quiet) {
        Stream.of(all.split(" ")).forEach(status -> add(RequestStatus.valueOf(status), NOW));
        assertThat(fatigue().isQuiet()).isEqualTo(quiet);
    }

    @Test
    @DisplayName("what was not answered in time counts as expired before anybody has written that down")
    void notWrittenDown() {
        add(RequestStatus.PENDING, NOW.minus(LIFE).minusSeconds(1));
        assertThat(oldestFirst.get(0).status(NOW)).isEqualTo(RequestStatus.EXPIRED);
        assertThat(fatigue().wait(ASKER)).isEmpty();
    }

    private Duration waits(Asker asker) {
        return fatigue()
                .wait(asker)
                .map(wait -> Duration.between(NOW, wait.until()))
                .orElse(Duration.ZERO);
    }

    private Fatigue fatigue() {
        List<LoginRequest> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return new Fatigue(newestFirst, NOW);
    }

    private void add(RequestStatus status, Instant createdAt) {
        add(status, createdAt, createdAt);
    }

    private void add(RequestStatus status, Instant createdAt, Instant movedAt) {
        add("browser", "address", status, createdAt, movedAt);
    }

    private void add(String where, RequestStatus status, Instant createdAt, Instant movedAt) {
        add(where, where, status, createdAt, movedAt);
    }

    private void add(String browser, String address, RequestStatus status, Instant createdAt, Instant movedAt) {
        oldestFirst.add(new LoginRequest(
                "id", asker(browser, address), "key", 6, createdAt, createdAt.plus(LIFE), status, movedAt, 0, null));
    }

    private static Asker asker(String browser, String address) {
        return new Asker("ada", browser, "tab of " + browser, address, "{}");
    }
}
