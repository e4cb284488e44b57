package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the phone app: it has everything its scripts reach for. */
final class PhoneWebAppTest {

    static final Map<String, Object> APP = Map.of(
            "api",
            "/realms/a/twostep",
            "issuer",
            "/realms/a",
            "realm",
            "A & B",
            "helpUrl",
            "/realms/a/twostep/help",
            "workerUrl",
            "/realms/a/twostep/phone/worker.js",
            "manifestUrl",
            "/realms/a/twostep/phone/manifest.json",
            "locales",
            List.of(
                    Map.of("code", "en", "label", "English", "url", "?kc_locale=en"),
                    Map.of("code", "gu", "label", "ગુજરાતી", "url", "?kc_locale=gu")));

    /** How scripts name parts of the page, and texts. */
    private static final Pattern ID =
            Pattern.compile("(?:getElementById|copyOf|field|onPress|onSubmit|complain|ask)\\(\"([\\w-]+)\"");

    private static final Pattern TEXT = Pattern.compile("[^.\\w]text\\(\"([\\w-]+)\"");
    private static final Pattern COUNTED = Pattern.compile("counted\\(\"([\\w-]+)\"");
    private static final Pattern SCREEN = Pattern.compile("(?:open|become)\\(\"([\\w-]+)\"");
    private static final Pattern MODULE = Pattern.compile("import (?:.+ from )?\"\\./([\\w-]+\\.js)\"");

    /** Statuses of a login request in the phone API that say how it ended. */
    private static final List<String> OUTCOMES =
            List.of("approved", "finished", "denied", "wrong_number", "reported", "expired", "cancelled");

    static List<Language> languages() {
        return Language.all();
    }

    @Test
    @DisplayName("Every part of the page that a script reaches for is there")
    void partsAreThere() {
        Document page = page(Language.ENGLISH);
        assertThat(named(ID))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(page.getElementById(id)).as(id).isNotNull());
        assertThat(named(SCREEN)).isNotEmpty().allSatisfy(screen -> assertThat(page.getElementById("screen-" + screen))
                .as(screen)
                .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("H5: every text that a script says is there, in every language")
    void textsAreThere(Language language) {
        List<String> texts = page(language).select("#texts [data-text]").eachAttr("data-text");
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(texts).containsAll(named(TEXT));
        assertThat(texts)
                .containsAll(named(COUNTED).stream()
                        .flatMap(name -> Stream.of(name + "-one", name + "-many"))
                        .toList());
        assertThat(texts)
                .containsAll(OUTCOMES.stream()
                        .flatMap(outcome -> Stream.of("status-" + outcome, "status-text-" + outcome))
                        .toList());
    }

    @Test
    @DisplayName("C1: every module is named in the page, so that the worker keeps it for when there is no connection")
    void modulesAreNamed() {
        List<String> preloaded = page(Language.ENGLISH).select("link[rel=modulepreload]").eachAttr("href").stream()
                .map(href -> href.substring(href.lastIndexOf('/') + 1))
                .toList();
        assertThat(preloaded).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(named(MODULE));
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("P8: notifications that are blocked or need the home screen have instructions for each platform")
    void notificationsPerPlatform(Language language) {
        Element notifications = page(language).getElementById("notifications");
        assertThat(notifications.select("[data-stage]").eachAttr("data-stage"))
                .containsExactly("on", "off", "blocked", "install", "unsupported");
        assertThat(notifications.select("[data-stage=blocked] [data-platform]").eachAttr("data-platform"))
                .containsExactly("android", "ios", "other");
    }

    @Test
    @DisplayName("L2: signing out says first what it leads to")
    void unpairingIsAsked() {
        assertThat(page(Language.ENGLISH).select("#unpair-dialog p").eachText())
                .hasSize(2)
                .last()
                .asString()
                .contains("only second step", "Backup codes and temporary passwords");
    }

    @Test
    @DisplayName("A page that is kept for offline use says nothing that differs from call to call")
    void sameEachTime() {
        assertThat(page(Language.ENGLISH).html())
                .isEqualTo(page(Language.ENGLISH).html());
    }

    @Test
    @DisplayName("H4: the page of a right-to-left language says so")
    void rightToLeft() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepPhone", APP)
                .with("locale", Map.of("rtl", true))
                .page("twostep-phone.ftl");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
    }

    private static Document page(Language language) {
        return Login.in(language).with("twostepPhone", APP).page("twostep-phone.ftl");
    }

    private static List<String> named(Pattern pattern) {
        return ThemeFiles.resources(".js")
                .filter(file -> ThemeFiles.resourceName(file).startsWith("phone/"))
                .flatMap(file -> pattern.matcher(ThemeFiles.text(file)).results())
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}
