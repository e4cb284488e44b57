package dev.twostep.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class MetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void listen() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void leave() {
        Metrics.removeRegistry(registry);
    }

    @Test
    @DisplayName("K4: counts under the given name and tags")
    void counts() {
        Meters.count("twostep_codes_checked", "factor", "sms", "result", "wrong");
        Meters.count("twostep_codes_checked", "factor", "sms", "result", "wrong");

        assertThat(registry.get("twostep_codes_checked")
                        .tags("factor", "sms", "result", "wrong")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("K4: a number or free text never becomes a time series")
    void foreignValuesBecomeOther() {
        Meters.count("twostep_sms_sent", "gateway", "+919876543210");
        Meters.count("twostep_sms_sent", "gateway", "919876543210");
        Meters.count("twostep_sms_sent", "gateway", "Some text");
        Meters.count("twostep_sms_sent", "gateway", "a".repeat(41));

        assertThat(registry.get("twostep_sms_sent").counters()).singleElement().satisfies(counter -> {
            assertThat(counter.getId().getTag("gateway")).isEqualTo("other");
            assertThat(counter.count()).isEqualTo(4);
        });
    }
}
