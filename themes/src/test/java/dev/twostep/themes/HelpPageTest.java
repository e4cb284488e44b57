package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpPageTest {

    static final List<Map<String, String>> TOPICS = List.of(
            topic("text-not-arrived", "twostepHelpTopicText"),
            topic("change-number", "twostepHelpTopicChange"),
            topic("lost-phone", "twostepHelpTopicLost"),
            topic("backup-codes", "twostepHelpTopicBackup"),
            topic("backup-code-error", "twostepHelpTopicBackupError"));

    @ParameterizedTest
    @ValueSource(strings = {"text-not-arrived", "change-number", "lost-phone", "backup-codes", "backup-code-error"})
    @DisplayName("H1: each topic has steps, leads to the others, and ends with tips")
    void topicPage(String id) {
        Document page = page(id);
        assertThat(page.select(".twostep-steps > li")).hasSizeGreaterThan(2);
        assertThat(page.select("nav a").eachAttr("href"))
                .hasSize(TOPICS.size() - 1)
                .doesNotContain("/help/" + id);
        assertThat(page.select("#twostep-tips")).hasSize(1);
        assertThat(page.select("a[href=/account]")).hasSize(1);
    }

    @Test
    @DisplayName("H1: the index leads to every topic")
    void index() {
        assertThat(page("").select("nav a")).hasSize(TOPICS.size());
    }

    @Test
    @DisplayName("S8: signing in again is suggested before asking the carrier")
    void signInAgainBeforeCarrier() {
        List<String> steps =
                page("text-not-arrived").select(".twostep-steps h2").eachText();
        assertThat(steps)
                .containsSubsequence("Sign in again", "Ask your carrier")
                .first()
                .isEqualTo("Wait a little");
    }

    @Test
    @DisplayName("H2: the page says the realm's own times")
    void realmTimes() {
        assertThat(page("text-not-arrived").select(".twostep-steps").text())
                .contains("text 3 minutes", "works for 7 minutes");
    }

    private static Document page(String id) {
        return Login.in(Language.ENGLISH)
                .with(
                        "twostepHelp",
                        Map.of(
                                "topic",
                                id,
                                "topics",
                                TOPICS,
                                "resendMinutes",
                                3,
                                "lifetimeMinutes",
                                7,
                                "accountUrl",
                                "/account"))
                .page("twostep-help.ftl");
    }

    private static Map<String, String> topic(String id, String title) {
        return Map.of("id", id, "title", title, "url", "/help/" + id);
    }
}
