package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** B4: the mail that says that all backup codes have stopped working. */
final class VoidedMailTest {

    private static final Map<String, Object> NOTICE = Map.of(
            "time", "November 23, 2026, 10:15",
            "address", "203.0.113.7",
            "browser", "<b>Fire & Fox</b>",
            "accountUrl", "/account?a=1&b=2",
            "helpUrl", "/help/backup-code-error");

    static List<Language> languages() {
        return Language.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("B4: the mail says the same as HTML and as text")
    void same(Language language) {
        Document html = Jsoup.parse(html(language));
        List<String> paragraphs = html.select("p, li, h2").stream()
                .filter(block -> block.select("a").isEmpty())
                .map(block -> block.text())
                .toList();
        assertThat(text(language).lines().filter(line -> !line.isBlank() && !line.contains(": /")))
                .containsExactlyElementsOf(paragraphs);
        assertThat(html.select("a").eachAttr("href"))
                .containsExactly("/account?a=1&b=2", "/help/backup-code-error")
                .allSatisfy(url -> assertThat(text(language)).contains(": " + url + "\n"));
    }

    @Test
    @DisplayName("B4: it says who, what, when and where, and what to do in either case")
    void whatToDo() {
        assertThat(text(Language.ENGLISH))
                .contains("A & B as ada", "all your backup codes have stopped working")
                .contains("Time: November 23, 2026, 10:15", "203.0.113.7")
                .contains("Change your password at once", "make a new backup code");
    }

    @Test
    @DisplayName("What a browser calls itself is no markup in the mail")
    void browserIsText() {
        assertThat(Jsoup.parse(html(Language.ENGLISH)).select("b")).isEmpty();
        assertThat(text(Language.ENGLISH)).contains("Browser: <b>Fire & Fox</b>");
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("What is not known is left out")
    void nothingKnown(Language language) {
        assertThat(Stream.of("html", "text").map(kind -> Mail.in(language).render(template(kind))))
                .allSatisfy(mail -> assertThat(mail).isNotBlank().doesNotContain("203."));
    }

    private static String html(Language language) {
        return mail(language).render(template("html"));
    }

    private static String text(Language language) {
        return mail(language).render(template("text"));
    }

    private static Mail mail(Language language) {
        return Mail.in(language)
                .with("realmName", "A & B")
                .with("user", Map.of("username", "ada"))
                .with("twostepNotice", NOTICE);
    }

    private static String template(String kind) {
        return kind + "/twostep-backup-codes-voided.ftl";
    }
}
