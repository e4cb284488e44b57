package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HistoryPageTest {

    private static final List<String> STATUSES =
            List.of("pending", "approved", "finished", "denied", "wrong_number", "reported", "expired", "cancelled");

    static final Map<String, Object> REQUESTS = Map.of(
            "signedIn",
            true,
            "accountUrl",
            "/account",
            "helpUrl",
            "/help/push-not-arrived",
            "requests",
            STATUSES.stream().map(HistoryPageTest::request).toList());

    static List<Language> languages() {
        return Language.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("P4: each outcome has words and a sign of its own, not a colour alone")
    void outcomes(Language language) {
        Document page = page(language, REQUESTS);
        assertThat(page.select(".twostep-request-outcome").eachText())
                .hasSameSizeAs(STATUSES)
                .doesNotHaveDuplicates();
        assertThat(page.select(".twostep-request > i"))
                .hasSameSizeAs(STATUSES)
                .allSatisfy(icon -> assertThat(icon.attr("aria-hidden")).isEqualTo("true"));
        assertThat(page.select("[data-twostep-status]").eachAttr("data-twostep-status"))
                .isEqualTo(STATUSES);
    }

    @Test
    @DisplayName("P4: a request is shown with its time, app, program and address, and names are no markup")
    void facts() {
        Element request =
                page(Language.ENGLISH, REQUESTS).select(".twostep-request").first();
        assertThat(request.select("time").attr("datetime")).isEqualTo("2026-11-25T10:15:00Z");
        assertThat(request.select("time").text()).isEqualTo("November 25, 2026, 10:15");
        assertThat(request.text())
                .contains("Files <& more>", "Firefox on Linux", "Network address: \u2068203.0.113.9\u2069");
    }

    @Test
    @DisplayName("P4: what is not known is left out")
    void unknown() {
        Map<String, String> bare = new HashMap<>(request("denied"));
        Stream.of("app", "browser", "address").forEach(fact -> bare.put(fact, ""));
        Element request = page(Language.ENGLISH, with("requests", List.of(bare)))
                .select(".twostep-request")
                .first();
        assertThat(request.select("p").eachText()).containsExactly("Denied", "November 25, 2026, 10:15", "Linux");
    }

    @Test
    @DisplayName("P4: nothing asked is said in words")
    void empty() {
        Document page = page(Language.ENGLISH, with("requests", List.of()));
        assertThat(page.getElementById("twostep-no-requests").text()).contains("no sign-in");
        assertThat(page.getElementById("twostep-requests")).isNull();
    }

    @Test
    @DisplayName("P6: the page says what to do about a request that was somebody else's")
    void notYou() {
        Document page = page(Language.ENGLISH, REQUESTS);
        assertThat(page.select(".twostep-aside").text()).contains("“This wasn’t me”", "Change it in your account");
        assertThat(page.getElementById("twostep-account").attr("href")).isEqualTo("/account");
        assertThat(page.select("form, button")).as("only to read").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("P4: whoever is not signed in is told to do that first, and sees nothing else")
    void notSignedIn(Language language) {
        Document page = page(language, with("signedIn", false));
        assertThat(page.getElementById("twostep-history-sign-in").text()).isNotBlank();
        assertThat(page.getElementById("twostep-account").attr("href")).isEqualTo("/account");
        assertThat(page.select(".twostep-request, .twostep-aside")).isEmpty();
        assertThat(page.html()).doesNotContain("203.0.113.9");
    }

    private static Map<String, String> request(String status) {
        return Map.of(
                "status", status,
                "time", "November 25, 2026, 10:15",
                "iso", "2026-11-25T10:15:00Z",
                "app", "Files <& more>",
                "browser", "Firefox",
                "os", "Linux",
                "address", "203.0.113.9");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> history = new HashMap<>(REQUESTS);
        history.put(name, value);
        return history;
    }

    private static Document page(Language language, Map<String, Object> history) {
        return Login.in(language).with("twostepHistory", history).page("twostep-history.ftl");
    }
}
