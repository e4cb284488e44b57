package dev.twostep.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityExistsException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CollisionTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "23505, 0, duplicate key in PostgreSQL and H2",
        "23000, 1062, duplicate key in MySQL",
        "40001, 1213, deadlock in MySQL and SQL Server",
        "40P01, 0, deadlock in PostgreSQL",
        "61000, 60, deadlock in Oracle",
        "90131, 90131, concurrent update in H2"
    })
    void collisions(String state, int code, String what) {
        Throwable failure = new IllegalStateException(new RuntimeException(new SQLException(what, state, code)));

        assertThat(Collision.caused(failure)).isTrue();
    }

    @Test
    @DisplayName("a row that came up between looking for it and making it is one")
    void cameUpMeanwhile() {
        assertThat(Collision.caused(new RuntimeException(new EntityExistsException("the same id"))))
                .isTrue();
    }

    @Test
    @DisplayName("anything else is not tried again")
    void otherFailures() {
        assertThat(Collision.caused(new IllegalStateException("no connection"))).isFalse();
        assertThat(Collision.caused(new RuntimeException(new SQLException("connection lost", "08006"))))
                .isFalse();
        assertThat(Collision.caused(new RuntimeException(new SQLException("no state"))))
                .isFalse();
    }
}
