package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BackupCodesPageTest {

    private static final String CODE = "7K3M-9QXT-2BWPN";

    static final Map<String, Object> FIRST = Map.ofEntries(
            Map.entry("state", "show"),
            Map.entry("reason", "first"),
            Map.entry("code", CODE),
            Map.entry("number", 3),
            Map.entry("active", 1),
            Map.entry("most", 5),
            Map.entry("used", 0),
            Map.entry("account", "ada <3"),
            Map.entry("date", "November 23, 2026"),
            Map.entry("helpUrl", "/help/backup-codes"),
            Map.entry("canAnother", true),
            Map.entry("canReplace", true),
            Map.entry("canPostpone", true));

    @Test
    @DisplayName("B9: the code stands with realm, account, number and date, on one sheet for a screenshot")
    void sheet() {
        assertThat(page(FIRST).select(".twostep-sheet").text())
                .contains("A & B", CODE, "Number: 3", "ada <3", "November 23, 2026");
    }

    @Test
    @DisplayName("B6: the code is read aloud sign by sign, in its groups")
    void readAloud() {
        Element key = page(FIRST).selectFirst(".twostep-key");
        assertThat(key.select(".pf-v5-u-screen-reader").text()).isEqualTo("7 K 3 M, 9 Q X T, 2 B W P N");
        assertThat(key.select("[aria-hidden=true]").text()).isEqualTo(CODE);
    }

    @Test
    @DisplayName("B6: the readable code is in the page's text alone: no attribute, field or link has it")
    void inTextOnly() {
        List<String> attributes = page(FIRST).getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(Attribute::getValue)
                .toList();
        assertThat(attributes).noneMatch(value -> value.contains(CODE) || value.contains(CODE.replace("-", "")));
    }

    @Test
    @DisplayName("B6: a code is kept by ticking a box that is empty at first, in a form that says what is kept")
    void keeping() {
        Element form = page(FIRST).getElementById("twostep-keep-form");
        assertThat(form.select("input[type=hidden]").eachAttr("name")).containsExactly("number", "replacing");
        assertThat(form.select("input[name=number]").val()).isEqualTo("3");
        assertThat(form.select("input[name=replacing]").val()).isEqualTo("false");
        assertThat(page(with("replacing", true)).select("input[name=replacing]").val())
                .isEqualTo("true");
        assertThat(form.select("input[name=kept]").hasAttr("checked")).isFalse();
        assertThat(form.select("button").eachAttr("name")).containsExactly("keep", "another");
        assertThat(form.select("button.pf-m-primary")).hasSize(1);
    }

    @Test
    @DisplayName("B6: whoever did not tick the box is told so at the box")
    void notTicked() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepBackupCodes", FIRST)
                .with("message", Map.of("type", "error", "summary", "again"))
                .withError(Language.ENGLISH, "kept", "twostepBackupKeptMissing")
                .page("twostep-backup-codes.ftl");
        assertThat(page.getElementById("kept").attr("aria-describedby")).contains("input-error-kept");
        assertThat(page.getElementById("input-error-kept").text()).contains("tick this box");
        assertThat(page.select(".pf-v5-c-alert")).isEmpty();
    }

    @Test
    @DisplayName("B6: the file comes from the server; copying and printing appear only with a script")
    void tools() {
        Element form = page(FIRST).getElementById("twostep-download-form");
        assertThat(form.hasAttr("data-twostep-once")).isFalse();
        assertThat(form.select("button[name=download]").val()).isEqualTo("true");
        assertThat(form.select("button[hidden]").eachAttr("type")).containsExactly("button", "button");
        assertThat(form.select("[role=status]").text()).isEmpty();
    }

    @Test
    @DisplayName("B2: what cannot be done now is not offered")
    void offers() {
        Map<String, Object> least = new HashMap<>(FIRST);
        List.of("canAnother", "canReplace", "canPostpone").forEach(choice -> least.put(choice, false));
        assertThat(page(least).select("button").eachAttr("name")).doesNotContain("another");
        assertThat(page(least).select("[name=replace], [name=later]")).isEmpty();
        assertThat(page(FIRST).select("[name=replace], [name=later]")).hasSize(2);
        assertThat(page(with("reason", "replace")).select("[name=replace]")).isEmpty();
        assertThat(page(with("reason", "replace")).select("[name=keepOthers]")).hasSize(1);
        assertThat(page(FIRST).select("[name=keepOthers]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "first, lost",
        "last, used your last code",
        "voided, no longer work",
        "more, in order",
        "replace, Until then they still work"
    })
    @DisplayName("B1, B8: one sentence says why there is a code to keep")
    void why(String reason, String words) {
        assertThat(page(with("reason", reason))
                        .getElementById("twostep-backup-why")
                        .text())
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"4, 4 codes are left", "1, One code is left", "0, No code is left"})
    @DisplayName("B8: after use the page says how many are left, and offers a new one")
    void used(int active, String words) {
        Map<String, Object> used = with("state", "used");
        used.put("active", active);
        used.put("used", 2);
        Document page = page(used);
        assertThat(page.getElementById("twostep-backup-left").text()).contains("Number 2", words);
        assertThat(page.getElementById("twostep-done").classNames()).contains("pf-m-primary");
        assertThat(page.select("[name=generate]").val()).isEqualTo("true");
        assertThat(page.select(".twostep-sheet, [name=later]")).isEmpty();
    }

    @Test
    @DisplayName("B2: a sixth is refused with the choice to replace all, or to leave")
    void full() {
        Document page = Login.in(Language.ENGLISH)
                .with("isAppInitiatedAction", true)
                .with("twostepBackupCodes", Map.of("state", "full", "most", 5))
                .page("twostep-backup-codes.ftl");
        assertThat(page.getElementById("twostep-backup-full").text()).contains("up to 5", "old codes work until");
        assertThat(page.getElementById("twostep-replace").classNames()).contains("pf-m-primary");
        assertThat(page.select("[name=cancel-aia]").val()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"used", "full", "impersonated", "unavailable"})
    @DisplayName("B6: only the page that shows a code has anything of one")
    void noCodeElsewhere(String state) {
        assertThat(page(with("state", state)).html()).doesNotContain(CODE);
    }

    @Test
    @DisplayName("Whoever signs in on someone else's behalf gets no code, only the reason")
    void impersonated() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepBackupCodes", with("state", "impersonated"))
                .with("message", Map.of("type", "error", "summary", Language.ENGLISH.format("twostepImpersonated")))
                .page("twostep-backup-codes.ftl");
        assertThat(page.select(".pf-v5-c-alert")).hasSize(1);
        assertThat(page.select("[role=alert]").text()).contains("on someone else’s behalf");
        assertThat(page.select(".twostep form")).isEmpty();
    }

    @Test
    @DisplayName("A code that could not be made can be asked for again")
    void unavailable() {
        assertThat(page(Map.of("state", "unavailable"))
                        .select("[name=generate]")
                        .val())
                .isEqualTo("true");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> backup = new HashMap<>(FIRST);
        backup.put(name, value);
        return backup;
    }

    private static Document page(Map<String, Object> backup) {
        return Login.in(Language.ENGLISH).with("twostepBackupCodes", backup).page("twostep-backup-codes.ftl");
    }
}
