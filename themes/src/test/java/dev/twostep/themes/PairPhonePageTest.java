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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PairPhonePageTest {

    static final Map<String, Object> SCAN = Map.ofEntries(
            Map.entry("state", "scan"),
            Map.entry("qr", Map.of("size", 1033, "path", "M4 4h1v1h-1z")),
            Map.entry("link", "/phone/#p=token"),
            Map.entry("code", "7K2M9-QX4TD"),
            Map.entry("username", "ada <3"),
            Map.entry("phoneUrl", "id.example.org/phone/"),
            Map.entry("minutes", 10),
            Map.entry("waitUrl", "/wait"),
            Map.entry("secondsLeft", 599),
            Map.entry("name", "Pixel & co"),
            Map.entry("platform", "Chrome on Android"),
            Map.entry("fingerprint", "9F2C 41B7 03DE"),
            Map.entry("number", "482917"),
            Map.entry("most", 10),
            Map.entry("helpUrl", "/help/new-phone"));

    private static final List<String> STATES =
            List.of("scan", "confirm", "trial", "expired", "taken", "wrong_number", "impersonated", "full");

    static Stream<Arguments> everyStateInEveryLanguage() {
        return Language.all().stream().flatMap(language -> STATES.stream().map(state -> Arguments.of(language, state)));
    }

    @ParameterizedTest
    @MethodSource("everyStateInEveryLanguage")
    @DisplayName("H4: each state has a heading, unique ids, one main action at most, a way out and help")
    void sound(Language language, String state) {
        Document page = Login.in(language)
                .with("isAppInitiatedAction", true)
                .with("twostepPairPhone", with("state", state))
                .page("twostep-pair-phone-app.ftl");
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select(".twostep .pf-m-primary")).hasSizeLessThan(2);
        assertThat(page.select("[name=cancel-aia]")).hasSize(1);
        assertThat(page.select(".twostep-help-link a").attr("href")).isEqualTo("/help/new-phone");
    }

    @Test
    @DisplayName("P1: a code to scan, in three steps, with nothing to install; the phone at hand opens the app itself")
    void scan() {
        Document page = page(SCAN);
        assertThat(page.select(".twostep > ol > li").eachText()).hasSize(3);
        assertThat(page.select(".twostep > ol").text()).contains("nothing to install");
        assertThat(page.select(".twostep-qr path").attr("d")).isEqualTo("M4 4h1v1h-1z");
        assertThat(page.getElementById("twostep-open-app").attr("href")).isEqualTo("/phone/#p=token");
        assertThat(page.getElementById("twostep-open-app").attr("target")).isEqualTo("_blank");
        assertThat(page.getElementById("twostep-await-expiry").text()).isEqualTo("The QR code works for 10 minutes.");
    }

    @Test
    @DisplayName("P1: whoever cannot scan types an address, the username and a short code, read aloud sign by sign")
    void typed() {
        Element details = page(SCAN).getElementById("twostep-cannot-scan");
        assertThat(details.hasAttr("open")).isFalse();
        assertThat(details.select("#twostep-phone-url").text()).isEqualTo("id.example.org/phone/");
        assertThat(details.select("#twostep-username").text()).isEqualTo("ada <3");
        assertThat(details.select("#twostep-pairing-code").text()).isEqualTo("7K2M9-QX4TD");
        assertThat(details.select(".twostep-key .pf-v5-u-screen-reader").text()).isEqualTo("7 K 2 M 9, Q X 4 T D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "trial"})
    @DisplayName("P1: the page goes on by itself, and without a script by a button")
    void goesOn(String state) {
        Element form = page(with("state", state)).getElementById("twostep-continue-form");
        assertThat(form.select("[name=continue]").val()).isEqualTo("true");
        assertThat(form.attr("data-twostep-ask")).isEqualTo("/wait");
        assertThat(form.attr("data-twostep-seconds")).isEqualTo("599");
        assertThat(form.attr("data-twostep-left")).contains("{time}");
        assertThat(form.select("[role=status]")).hasSize(1);
    }

    @Test
    @DisplayName("P1: the phone is added only by a yes to its name and its fingerprint; a no starts over")
    void confirm() {
        Document page = page(with("state", "confirm"));
        assertThat(page.getElementById("twostep-phone-name").text()).isEqualTo("Pixel & co");
        assertThat(page.getElementById("twostep-phone-platform").text()).isEqualTo("Chrome on Android");
        assertThat(page.getElementById("twostep-fingerprint").text()).isEqualTo("9F2C 41B7 03DE");
        assertThat(page.select(".twostep-fingerprint .pf-v5-u-screen-reader").text())
                .isEqualTo("9 F 2 C, 4 1 B 7, 0 3 D E");
        assertThat(page.select("[name=confirm], [name=reject]").eachAttr("value"))
                .containsExactly("true", "true");
        assertThat(page.getElementById("twostep-confirm").classNames()).contains("pf-m-primary");
        assertThat(page.getElementById("twostep-reject").classNames()).contains("pf-m-secondary");
    }

    @Test
    @DisplayName("P1: pairing ends with a try, which shows that it works")
    void trial() {
        Document page = page(with("state", "trial"));
        assertThat(page.getElementById("twostep-number").wholeText()).isEqualTo("482917");
        assertThat(page.getElementById("twostep-pair-try").text()).contains("on \u2068Pixel & co\u2069");
        assertThat(page.select(".twostep-qr")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "expired, a short time only",
        "taken, nothing was added",
        "wrong_number, it wasn’t added",
    })
    @DisplayName("P1: a pairing that failed says how, and begins again")
    void again(String state, String words) {
        Document page = page(with("state", state));
        assertThat(page.select("[role=alert]").text()).contains(words);
        assertThat(page.select("[name=again]").val()).isEqualTo("true");
        assertThat(page.getElementById("twostep-again").classNames()).contains("pf-m-primary");
    }

    @Test
    @DisplayName("P1: one phone too many is refused, with what to do")
    void full() {
        Document page = page(with("state", "full"));
        assertThat(page.select("[role=alert]").text()).contains("up to 10", "delete one");
        assertThat(page.select(".twostep form")).isEmpty();
    }

    @Test
    @DisplayName("Whoever signs in on someone else's behalf adds no phone, and is told why once")
    void impersonated() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepPairPhone", with("state", "impersonated"))
                .with("message", Map.of("type", "error", "summary", Language.ENGLISH.format("twostepImpersonated")))
                .page("twostep-pair-phone-app.ftl");
        assertThat(page.select(".pf-v5-c-alert")).hasSize(1);
        assertThat(page.select(".twostep form")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "trial", "expired", "taken", "wrong_number", "impersonated", "full"})
    @DisplayName("P1: only the page to scan from has anything to scan or to type")
    void noTokenElsewhere(String state) {
        Document page = page(with("state", state));
        assertThat(page.html()).doesNotContain("p=token").doesNotContain("7K2M9");
        assertThat(page.select(".twostep-qr, details")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "scan", "expired", "taken", "wrong_number", "impersonated", "full"})
    @DisplayName("P1: only the trial shows its number")
    void noNumberElsewhere(String state) {
        assertThat(page(with("state", state)).html()).doesNotContain("482");
    }

    @Test
    @DisplayName("P5: whoever presses the button too early is told so")
    void stillWaiting() {
        assertThat(page(with("problem", "twostepPairStillWaiting"))
                        .select("[role=alert]")
                        .text())
                .isEqualTo("No phone has used the QR code yet.");
    }

    @Test
    @DisplayName("Whoever chose this factor among several can go back to the choice")
    void anotherFactor() {
        assertThat(page(SCAN).select("[name=chooseAnother]")).isEmpty();
        assertThat(page(with("canChooseAnother", true))
                        .select("#twostep-choose-another-form [name=chooseAnother]")
                        .val())
                .isEqualTo("true");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> pair = new HashMap<>(SCAN);
        pair.put(name, value);
        return pair;
    }

    private static Document page(Map<String, Object> pair) {
        return Login.in(Language.ENGLISH).with("twostepPairPhone", pair).page("twostep-pair-phone-app.ftl");
    }
}
