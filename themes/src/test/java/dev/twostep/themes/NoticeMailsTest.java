package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every mail that tells what happened to an account. */
final class NoticeMailsTest {

    private static final Map<String, Object> NOTICE = Map.of(
            "time", "November 23, 2026, 10:15",
            "address", "203.0.113.7",
            "browser", "<b>Fire & Fox</b>",
            "accountUrl", "/account?a=1&b=2",
            "helpUrl", "/help/topic");

    static Stream<Arguments> mails() {
        return Language.all().stream()
                .flatMap(language -> Stream.of("twostep-backup-codes-voided.ftl", "twostep-app-password-other-app.ftl")
                        .map(mail -> Arguments.of(language, mail)));
    }

    @ParameterizedTest
    @MethodSource("mails")
    @DisplayName("A mail says the same as HTML and as text")
    void same(Language language, String name) {
        String text = mail(language).render("text/" + name);
        Document html = Jsoup.parse(mail(language).render("html/" + name));
        List<String> paragraphs = html.select("p, li, h2").stream()
                .filter(block -> block.select("a").isEmpty())
                .map(block -> block.text())
                .toList();
        assertThat(text.lines().filter(line -> !line.isBlank() && !line.contains(": /")))
                .containsExactlyElementsOf(paragraphs);
        assertThat(html.select("a").eachAttr("href"))
                .containsExactly("/account?a=1&b=2", "/help/topic")
                .allSatisfy(url -> assertThat(text).contains(": " + url + "\n"));
    }

    @ParameterizedTest
    @MethodSource("mails")
    @DisplayName("A mail says who, when and where; what others call themselves is no markup in it")
    void facts(Language language, String name) {
        String text = mail(language).render("text/" + name);
        assertThat(text).contains("A & B", "ada", "November 23, 2026, 10:15", "203.0.113.7", "<b>Fire & Fox</b>");
        assertThat(Jsoup.parse(mail(language).render("html/" + name)).select("b"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mails")
    @DisplayName("What is not known is left out")
    void nothingKnown(Language language, String name) {
        assertThat(Stream.of("html/", "text/").map(kind -> Mail.in(language).render(kind + name)))
                .allSatisfy(mail -> assertThat(mail).isNotBlank().doesNotContain("203.", "null"));
    }

    static Mail mail(Language language) {
        return Mail.in(language)
                .with("realmName", "A & B")
                .with("user", Map.of("username", "ada"))
                .with("twostepNotice", NOTICE)
                .with(
                        "twostepAppPassword",
                        Map.of("name", "<b>Home</b>", "app", "Demo Mail", "tried", "<b>Files</b> & more"));
    }
}
