package dev.twostep.it.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RaceTest {

    private static final double MILLISECOND = 1e6;

    @Test
    @DisplayName("Of a race 8 ms apart the second begins 8 ms after the first, give or take one, in most of many races")
    void apart() {
        List<Double> distances = IntStream.range(0, 21)
                .mapToObj(i -> Race.run(Duration.ofMillis(8), System::nanoTime, System::nanoTime))
                .map(ends -> (ends.get(1) - ends.get(0)) / MILLISECOND)
                .sorted()
                .toList();
        assertThat(distances.get(distances.size() / 2)).isBetween(7.0, 9.0);
    }
}
