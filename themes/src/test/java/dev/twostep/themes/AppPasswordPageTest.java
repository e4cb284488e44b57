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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AppPasswordPageTest {

    private static final String PASSWORD = "7K3M-9QXT-2BWP-N4ZD-0H1J-R5VC";

    static final Map<String, Object> FORM = Map.ofEntries(
            Map.entry("state", "form"),
            Map.entry("name", "Mail <at> home"),
            Map.entry(
                    "lifetimes",
                    List.of(lifetime(60, 1, "hours"), lifetime(1440, 1, "days"), lifetime(129600, 90, "days"))),
            Map.entry("lifetime", 1440),
            Map.entry("apps", List.of(app("demo-mail", "Demo Mail"), app("demo-dav", "Files & more"))),
            Map.entry("app", "demo-dav"),
            Map.entry("active", 2),
            Map.entry("most", 25),
            Map.entry("helpUrl", "/help/app-passwords"));

    static final Map<String, Object> SHOWN = Map.of(
            "state", "show",
            "name", "Mail <at> home",
            "password", PASSWORD,
            "account", "ada <3",
            "expires", "November 23, 2026, 10:15",
            "app", "Files & more",
            "qr", Map.of("size", 1033, "path", "M4 4h1v1h-1z"),
            "active", 3,
            "most", 25,
            "helpUrl", "/help/app-passwords");

    static List<Language> languages() {
        return Language.all();
    }

    @Test
    @DisplayName("A1: the form asks for a name, how long and which app, and keeps what was typed")
    void form() {
        Document page = page(FORM);
        assertThat(page.getElementById("name").val()).isEqualTo("Mail <at> home");
        assertThat(page.select("#lifetime option").eachText())
                .containsExactly("\u20681 hour\u2069", "\u20681 day\u2069", "\u206890 days\u2069");
        assertThat(page.select("#lifetime option").eachAttr("value")).containsExactly("60", "1440", "129600");
        assertThat(page.select("#lifetime option[selected]").val()).isEqualTo("1440");
        assertThat(page.select("#app option").eachAttr("value")).containsExactly("", "demo-mail", "demo-dav");
        assertThat(page.select("#app option[selected]").text()).contains("Files & more");
        assertThat(page.select("button[name=create]").val()).isEqualTo("true");
        assertThat(page.select(".pf-m-primary")).hasSize(1);
    }

    @Test
    @DisplayName("A1: the first app that uses it is what is chosen by itself")
    void firstApp() {
        Document page = page(with(FORM, "app", ""));
        assertThat(page.select("#app option[selected]")).isEmpty();
        assertThat(page.select("#app option").first().text()).contains("The first app that uses it");
    }

    @Test
    @DisplayName("A1: without apps to choose from there is no choice")
    void noApps() {
        assertThat(page(with(FORM, "apps", List.of())).select("#app")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name, twostepAppNameMissing, Enter a name",
        "name, twostepAppNameTaken, Choose another name",
        "name, twostepAppNameTooLong, up to 40 characters",
        "lifetime, twostepAppLifetimeUnknown, how long",
        "app, twostepAppClientUnknown, in the list"
    })
    @DisplayName("A1: what is wrong is said at its field, and only there")
    void errors(String field, String key, String words) {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepAppPassword", FORM)
                .with("message", Map.of("type", "error", "summary", "again"))
                .withError(Language.ENGLISH, field, key, 40)
                .page("twostep-app-password.ftl");
        assertThat(page.getElementById("input-error-" + field).text()).contains(words);
        assertThat(page.getElementById(field).attr("aria-describedby")).contains("input-error-" + field);
        assertThat(page.getElementById(field).attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("[aria-invalid]")).hasSize(1);
        assertThat(page.select(".pf-v5-c-alert")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, Delete the temporary password that works now", "2, Delete all 2 temporary passwords"})
    @DisplayName("A1: all that work now can be ended from the form, by a quiet link")
    void endAllFromForm(int active, String words) {
        Element button = page(with(FORM, "active", active)).getElementById("twostep-end-all");
        assertThat(button.text()).isEqualTo(words);
        assertThat(button.classNames()).contains("pf-m-link");
        assertThat(button.parent().select("[name=endAll]").val()).isEqualTo("true");
    }

    @Test
    @DisplayName("A1: where none works there is none to end")
    void nothingToEnd() {
        assertThat(page(with(FORM, "active", 0)).select("[name=endAll]")).isEmpty();
    }

    @Test
    @DisplayName("A1: the password stands with its name, the username to type beside it, its end and its app")
    void sheet() {
        Document page = page(SHOWN);
        assertThat(page.select(".twostep-sheet").text())
                .contains("Mail <at> home", PASSWORD)
                .contains("Username: ada <3", "until November 23, 2026, 10:15", "Only for Files & more");
        assertThat(page.select(".twostep-note").text()).contains("Only Files & more can use it");
    }

    @Test
    @DisplayName("A1: a password for no app in particular says that the first to use it has it")
    void unbound() {
        Document page = page(with(SHOWN, "app", ""));
        assertThat(page.select(".twostep-note").text()).contains("first app that uses it", "make another");
        assertThat(page.select(".twostep-sheet-facts").text()).doesNotContain("Only for");
    }

    @Test
    @DisplayName("A4: the page that shows a temporary password says that it is no backup code and for no sign-in page")
    void notABackupCode() {
        Document page = page(SHOWN);
        assertThat(page.select(".twostep-note").text()).contains("isn’t a backup code", "Never", "sign-in page");
        assertThat(page.select(".twostep-sheet-use").text()).contains("never on a sign-in page");
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("A4: no text of temporary passwords calls one a code, but to say that it is none and for its QR code")
    void neverACode(Language language) {
        String code = language.equals(Language.GUJARATI) ? "કોડ" : "code";
        assertThat(language.texts())
                .hasEntrySatisfying("twostepAppHowNot", text -> assertThat(text).contains(code));
        assertThat(language.texts().entrySet())
                .filteredOn(text -> text.getKey().matches("twostepApp[A-Z].*|(.*\\.)?twostep-app-.*"))
                .filteredOn(text -> !text.getKey().equals("twostepAppHowNot"))
                .allSatisfy(text -> assertThat(text.getValue().replace("QR " + code, ""))
                        .as(text.getKey())
                        .doesNotContain(code));
    }

    @Test
    @DisplayName("A1: the password is read aloud sign by sign, in its groups, and copied without a break")
    void readAloud() {
        Element key = page(SHOWN).selectFirst(".twostep-key");
        assertThat(key.select(".pf-v5-u-screen-reader").text())
                .isEqualTo("7 K 3 M, 9 Q X T, 2 B W P, N 4 Z D, 0 H 1 J, R 5 V C");
        assertThat(key.getElementById("twostep-app-password").wholeText()).isEqualTo(PASSWORD);
        assertThat(key.select("bdi > span").eachText()).containsExactly("7K3M-9QXT-2BWP-", "N4ZD-0H1J-R5VC");
    }

    @Test
    @DisplayName("A1: the password is in its element's text alone: no attribute, field, script or link has it")
    void inTextOnly() {
        Document page = page(SHOWN);
        List<String> attributes = page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(Attribute::getValue)
                .toList();
        assertThat(attributes)
                .noneMatch(value -> value.contains(PASSWORD) || value.contains(PASSWORD.replace("-", "")));
        assertThat(page.select("script").outerHtml()).doesNotContain(PASSWORD);
        assertThat(page.select("input:not([type=hidden])")).isEmpty();
        assertThat(page.select(".twostep input[type=hidden]").eachAttr("value")).containsOnly("true");
        page.select(".twostep-key").remove();
        assertThat(page.html()).doesNotContain(PASSWORD);
    }

    @Test
    @DisplayName("A1: a QR code for a phone, with its words for those who do not see it, and nothing to save")
    void tools() {
        Document page = page(SHOWN);
        Element image = page.selectFirst("details .twostep-qr");
        assertThat(image.attr("viewBox")).isEqualTo("0 0 1033 1033");
        assertThat(image.selectFirst("path").attr("d")).isEqualTo("M4 4h1v1h-1z");
        assertThat(image.attr("role")).isEqualTo("img");
        assertThat(image.attr("aria-label")).contains("QR code");
        assertThat(page.select("details").hasAttr("open")).isFalse();
        assertThat(page.select("button[hidden]").eachAttr("id")).containsExactly("twostep-copy");
        assertThat(page.select("[name=download], #twostep-print")).isEmpty();
        assertThat(page(without(SHOWN, "qr")).select("details")).isEmpty();
    }

    @Test
    @DisplayName("A1: what was made is made: there is no way to cancel, only to go on or make another")
    void afterwards() {
        Document page = inAccount(SHOWN);
        assertThat(page.select("[name=done], [name=another]").eachAttr("value")).containsExactly("true", "true");
        assertThat(page.getElementById("twostep-done").classNames()).contains("pf-m-primary");
        assertThat(page.select("[name=cancel-aia]")).isEmpty();
    }

    @Test
    @DisplayName("A1: one too many is refused with the choice to end all, or to leave")
    void full() {
        Document page = inAccount(Map.of("state", "full", "active", 25, "most", 25));
        assertThat(page.getElementById("twostep-app-password-full").text()).contains("up to 25", "Signing in");
        assertThat(page.select("[name=endAll]").val()).isEqualTo("true");
        assertThat(page.select("[name=cancel-aia]").val()).isEqualTo("true");
    }

    @Test
    @DisplayName("A3: without a second step apps take the account password; the page says so and offers one")
    void none() {
        Document page = inAccount(Map.of("state", "none", "canSetUp", true));
        assertThat(page.getElementById("twostep-app-password-none").text()).contains("with your account password");
        assertThat(page.select("[name=setup]").val()).isEqualTo("true");
        assertThat(page.select("[name=cancel-aia]")).hasSize(1);
        assertThat(page(Map.of("state", "none", "canSetUp", false)).select("[name=setup]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, One works now. The app", "7, 7 work now. The apps"})
    @DisplayName("A1: ending all is asked first, and says what it does to apps")
    void endAll(int active, String words) {
        Document page = inAccount(Map.of("state", "endAll", "active", active));
        assertThat(page.getElementById("twostep-app-password-active").text()).contains(words, "can’t sign in again");
        assertThat(page.select("[name=endAllConfirmed], [name=back]").eachAttr("value"))
                .containsExactly("true", "true");
        assertThat(page.select("[name=cancel-aia]")).as("one way back").isEmpty();
    }

    @Test
    @DisplayName("A1: after the end of all, one can leave or make a new one")
    void ended() {
        Document page = page(Map.of("state", "ended", "active", 0));
        assertThat(page.getElementById("twostep-app-password-ended").text()).contains("can’t sign in any more");
        assertThat(page.select("[name=done], [name=back]").eachAttr("value")).containsExactly("true", "true");
        assertThat(page.getElementById("twostep-done").classNames()).contains("pf-m-primary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "full", "none", "endAll", "ended", "impersonated"})
    @DisplayName("A1: only the page that shows a password has anything of one")
    void noPasswordElsewhere(String state) {
        Document page = page(with(SHOWN, "state", state));
        assertThat(page.html()).doesNotContain(PASSWORD);
        assertThat(page.select(".twostep-qr, .twostep-sheet, [src*=sheet]")).isEmpty();
    }

    @Test
    @DisplayName("Whoever signs in on someone else's behalf makes no password, and is told why")
    void impersonated() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepAppPassword", with(FORM, "state", "impersonated"))
                .with("message", Map.of("type", "error", "summary", Language.ENGLISH.format("twostepImpersonated")))
                .page("twostep-app-password.ftl");
        assertThat(page.select(".pf-v5-c-alert")).hasSize(1);
        assertThat(page.select("[role=alert]").text()).contains("on someone else’s behalf");
        assertThat(page.select(".twostep form")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "show", "full", "none", "endAll", "ended", "impersonated"})
    @DisplayName("H4: each page has a heading of its own, unique ids and a link to the right help")
    void sound(String state) {
        Document page = inAccount(with(with(SHOWN, "lifetimes", List.of()), "state", state));
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]"))
                .allSatisfy(section -> assertThat(page.getElementById(section.attr("aria-labelledby")))
                        .isNotNull());
        assertThat(page.select(".twostep-help-link a").attr("href")).isEqualTo("/help/app-passwords");
    }

    private static Map<String, Object> with(Map<String, Object> attributes, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(attributes);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> attributes, String name) {
        Map<String, Object> changed = new HashMap<>(attributes);
        changed.remove(name);
        return changed;
    }

    private static Map<String, Object> lifetime(int minutes, int count, String unit) {
        return Map.of("minutes", minutes, "count", count, "unit", unit);
    }

    private static Map<String, String> app(String clientId, String name) {
        return Map.of("clientId", clientId, "name", name);
    }

    private static Document page(Map<String, Object> attributes) {
        return Login.in(Language.ENGLISH).with("twostepAppPassword", attributes).page("twostep-app-password.ftl");
    }

    /** As the account console opens it. */
    private static Document inAccount(Map<String, Object> attributes) {
        return Login.in(Language.ENGLISH)
                .with("isAppInitiatedAction", true)
                .with("twostepAppPassword", attributes)
                .page("twostep-app-password.ftl");
    }
}
