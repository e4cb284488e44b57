package dev.twostep.throttle.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Limit;
import dev.twostep.throttle.Permit;
import dev.twostep.throttle.Throttle;
import dev.twostep.throttle.ThrottleContract;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract on a real database, H2 as in Keycloak's development mode, with the mapping that Keycloak loads. */
final class JpaThrottleTest extends ThrottleContract {

    private static final TestDatabase DATABASE = new TestDatabase(LimitEntity.class, LimitId.class);
    private static final Claim CLAIM = new Claim(Limit.SENDS_PER_USER, "ada", 1, Duration.ofMinutes(1));

    @BeforeEach
    void empty() {
        DATABASE.run((rows, rollback) ->
                rows.createQuery("delete from TwostepLimit l").executeUpdate());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected Throttle throttle(InstantSource clock) {
        return new JpaThrottle(DATABASE, "realm", clock);
    }

    @Test
    @DisplayName("realms are counted apart")
    void realmsAreApart() {
        take(throttle(InstantSource.system()));

        assertThat(take(new JpaThrottle(DATABASE, "another realm", InstantSource.system())))
                .isEqualTo(new Permit.Granted());
    }

    @Test
    @DisplayName("no permit when the database fails, and no second try")
    void failsClosed() {
        Failing failing = new Failing();

        assertThatThrownBy(() -> take(new JpaThrottle(failing, "realm", InstantSource.system())))
                .isInstanceOf(PersistenceException.class);
        assertThat(failing.calls).isEqualTo(1);
    }

    @Test
    @DisplayName("expired counters are deleted batch by batch, open ones stay")
    void cleansUp() {
        Instant start = Instant.EPOCH;
        for (int number = 0; number < 5; number++) {
            Instant used = start.plusSeconds(number);
            new JpaThrottle(DATABASE, "realm", () -> used)
                    .take(List.of(new Claim(Limit.RESEND, "key" + number, 1, Duration.ofMinutes(1))));
        }
        long now = start.plusSeconds(63).toEpochMilli(); // four of the five have expired

        assertThat(deleteBatch(now)).isTrue();
        assertThat(count()).isEqualTo(3);
        assertThat(deleteBatch(now)).isTrue();
        assertThat(deleteBatch(now)).isFalse();
        assertThat(count()).isEqualTo(1);
    }

    private static boolean deleteBatch(long now) {
        return DATABASE.run((rows, rollback) -> TwostepLimitCleanup.deleteBatch(rows, now, 2));
    }

    private static long count() {
        return DATABASE.run((rows, rollback) -> rows.createQuery("select count(l) from TwostepLimit l", Long.class)
                .getSingleResult());
    }

    private static Permit take(Throttle throttle) {
        return throttle.take(List.of(CLAIM));
    }

    private static final class Failing implements LimitTransaction {

        private int calls;

        @Override
        public <T> T run(BiFunction<EntityManager, Runnable, T> work) {
            calls++;
            throw new PersistenceException("no connection");
        }
    }
}
