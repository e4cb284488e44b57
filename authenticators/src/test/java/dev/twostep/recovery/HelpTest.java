package dev.twostep.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class HelpTest {

    @Test
    @DisplayName("H1: topics have stable addresses")
    void topicsHaveStableAddresses() {
        assertThat(Stream.of(HelpTopic.values()).map(HelpTopic::id))
                .containsExactly(
                        "text-not-arrived",
                        "push-not-arrived",
                        "phone-offline",
                        "change-number",
                        "new-phone",
                        "lost-phone",
                        "backup-codes",
                        "backup-code-error",
                        "app-passwords");
        assertThat(Stream.of(HelpTopic.values()).map(HelpTopic::titleKey)).doesNotHaveDuplicates();
        assertThat(HelpTopic.values())
                .allSatisfy(topic -> assertThat(HelpTopic.ofId(topic.id())).contains(topic));
    }

    @Test
    @DisplayName("H1: no other address is a topic")
    void unknownTopics() {
        assertThat(Stream.of("", "lost_phone", "LOST-PHONE", "LOST_PHONE", "other"))
                .allSatisfy(id -> assertThat(HelpTopic.ofId(id)).isEmpty());
    }

    @Test
    @DisplayName("S2: help says two and five minutes unless the realm differs")
    void defaults() {
        HelpFacts usual = new HelpFacts(Duration.ofMinutes(2), Duration.ofMinutes(5));
        assertThat(usual.resendMinutes()).isEqualTo(2);
        assertThat(usual.lifetimeMinutes()).isEqualTo(5);
    }

    @Test
    @DisplayName("S2: parts of a minute never make help promise too much")
    void roundsToTheSafeSide() {
        HelpFacts facts = new HelpFacts(Duration.ofSeconds(61), Duration.ofSeconds(119));

        assertThat(facts.resendMinutes()).isEqualTo(2);
        assertThat(facts.lifetimeMinutes()).isEqualTo(1);
        assertThat(new HelpFacts(Duration.ofSeconds(30), Duration.ofSeconds(30)).lifetimeMinutes())
                .isEqualTo(1);
        assertThat(new HelpFacts(Duration.ofSeconds(30), Duration.ofSeconds(30)).resendMinutes())
                .isEqualTo(1);
    }
}
