package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, in every language, with everything set and with nothing set. */
final class PagesTest {

    private static final Map<String, Map<String, Object>> PAGES = Map.ofEntries(
            Map.entry("twostep-sms.ftl", Map.of("twostepSms", CodePageTest.SENT)),
            Map.entry("twostep-add-phone.ftl", Map.of("twostepPhone", PhonePageTest.INDIA)),
            Map.entry("twostep-phone-app.ftl", Map.of("twostepPhoneApp", PhoneAppPageTest.WAITING)),
            Map.entry("twostep-pair-phone-app.ftl", Map.of("twostepPairPhone", PairPhonePageTest.SCAN)),
            Map.entry("twostep-history.ftl", Map.of("twostepHistory", HistoryPageTest.REQUESTS)),
            Map.entry(
                    "twostep-setup.ftl",
                    Map.of(
                            "twostepSetup",
                            Map.of(
                                    "factors",
                                    List.of(PhonePageTest.TEXT_FACTOR),
                                    "canSkip",
                                    true,
                                    "helpUrl",
                                    "/help"))),
            Map.entry(
                    "twostep-help.ftl",
                    Map.of(
                            "twostepHelp",
                            Map.of("topic", "lost-phone", "topics", HelpPageTest.TOPICS, "accountUrl", "/account"))),
            Map.entry("twostep-backup-code.ftl", Map.of("twostepBackupCode", BackupCodePageTest.THIRD)),
            Map.entry("twostep-backup-codes.ftl", Map.of("twostepBackupCodes", BackupCodesPageTest.FIRST)),
            Map.entry("twostep-phone.ftl", Map.of("twostepPhone", PhoneWebAppTest.APP)),
            Map.entry("twostep-app-password.ftl", Map.of("twostepAppPassword", AppPasswordPageTest.FORM)),
            Map.entry(
                    "twostep-outbox.ftl",
                    Map.of(
                            "twostepOutbox",
                            Map.of("refreshSeconds", 3, "messages", List.of(Map.of("to", "+91", "body", "<b>"))))));

    static Stream<Arguments> pages() {
        return Language.all().stream()
                .flatMap(language -> PAGES.keySet().stream().map(page -> Arguments.of(language, page)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("H4: fields have labels, ids are unique, and what describes a field is there")
    void soundMarkup(Language language, String page) {
        Login login = Login.in(language).with("isAppInitiatedAction", true);
        PAGES.get(page).forEach(login::with);
        Document document = login.page(page);

        assertThat(document.select("[id]").eachAttr("id"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(document.select("input:not([type=hidden]), select").not("#login-select-toggle"))
                .allSatisfy(field -> assertThat(document.select("label[for=" + field.id() + "]"))
                        .as(field.toString())
                        .isNotEmpty());
        assertThat(document.select("[aria-describedby], [aria-labelledby]"))
                .flatExtracting(PagesTest::references)
                .allSatisfy(id -> assertThat(document.getElementById(id)).as(id).isNotNull());
        assertThat(document.select("button"))
                .allSatisfy(button -> assertThat(button.text()).isNotBlank());
        assertThat(document.select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("H4: the tab's title is the page's heading, and the realm's name is no markup")
    void titled(Language language, String page) {
        Login login = Login.in(language);
        PAGES.get(page).forEach(login::with);
        Document document = login.page(page);

        assertThat(document.title()).startsWith(document.select("h1").text());
        if (!page.contains("outbox")) {
            assertThat(document.title()).endsWith("· A & B");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("A page without its attributes still renders")
    void nothingSet(Language language, String page) {
        assertThat(Login.in(language).page(page).select("h1").text()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("H5: no text stands in a page itself")
    void noTextOfItsOwn(Language language, String page) {
        Map<String, String> dots = new HashMap<>(language.texts());
        dots.replaceAll((key, text) -> "·");
        Document document = Login.in(new Language(language.locale(), dots)).page(page);
        // Keys, and the names of languages, which are the same in every language.
        document.select(".twostep-key, [hreflang]").remove();
        assertThat(document.select(".twostep, .phone").text()).doesNotContainPattern("\\p{IsAlphabetic}");
    }

    private static List<String> references(Element element) {
        return Stream.of("aria-describedby", "aria-labelledby")
                .flatMap(name -> Stream.of(element.attr(name).strip().split("\\s+")))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
