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

final class PhoneAppPageTest {

    static final Map<String, Object> WAITING = Map.ofEntries(
            Map.entry("state", "waiting"),
            Map.entry("number", "482917"),
            Map.entry("qr", Map.of("size", 1033, "path", "M4 4h1v1h-1z")),
            Map.entry("link", "/phone/#r=id.secret"),
            Map.entry("phones", List.of("Ada’s <Pixel>")),
            Map.entry("notified", true),
            Map.entry("quiet", false),
            Map.entry("waitUrl", "/wait"),
            Map.entry("secondsLeft", 119),
            Map.entry("waitSeconds", 0),
            Map.entry("problem", ""),
            Map.entry("codeLength", 6),
            Map.entry("helpUrl", "/help/push-not-arrived"));

    private static final List<String> STATES = List.of(
            "waiting",
            "code",
            "busy",
            "paused",
            "denied",
            "wrong_number",
            "expired",
            "reported",
            "cancelled",
            "limited");

    static Stream<Arguments> everyStateInEveryLanguage() {
        return Language.all().stream().flatMap(language -> STATES.stream().map(state -> Arguments.of(language, state)));
    }

    @ParameterizedTest
    @MethodSource("everyStateInEveryLanguage")
    @DisplayName("H4: each state has a heading of its own, unique ids, one main action at most, and help")
    void sound(Language language, String state) {
        Document page = Login.in(language)
                .withAnotherWay()
                .with("twostepPhoneApp", with("state", state))
                .page("twostep-phone-app.ftl");
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select(".twostep .pf-m-primary")).hasSizeLessThan(2);
        assertThat(page.select(".twostep-help-link a").attr("href")).isEqualTo("/help/push-not-arrived");
        assertThat(page.select(".twostep form")).allSatisfy(form -> {
            assertThat(form.attr("action")).isEqualTo("/loginAction");
            assertThat(form.attr("method")).isEqualTo("post");
        });
    }

    @Test
    @DisplayName("P2: headings tell the states apart")
    void headings() {
        assertThat(STATES.stream()
                        .map(state -> page(with("state", state)).select("h1").text()))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("P2: six digits are shown in threes, copied as they are, and read aloud one by one")
    void number() {
        Document page = page(WAITING);
        Element number = page.getElementById("twostep-number");
        assertThat(number.wholeText()).isEqualTo("482917");
        assertThat(number.select("span").eachText()).containsExactly("482", "917");
        assertThat(number.attr("dir")).isEqualTo("ltr");
        assertThat(number.attr("aria-hidden")).isEqualTo("true");
        assertThat(page.select(".twostep-match .pf-v5-u-screen-reader").text()).isEqualTo("4 8 2, 9 1 7");
    }

    @ParameterizedTest
    @CsvSource({"07, 0 7", "4821, 4 8 2 1"})
    @DisplayName("P2: fewer digits stand together")
    void shortNumber(String number, String aloud) {
        Document page = page(with("number", number));
        assertThat(page.getElementById("twostep-number").wholeText()).isEqualTo(number);
        assertThat(page.select("#twostep-number span")).hasSize(1);
        assertThat(page.select(".twostep-match .pf-v5-u-screen-reader").text()).isEqualTo(aloud);
    }

    @Test
    @DisplayName("P2: the number comes first, then the code to scan")
    void order() {
        Document page = page(WAITING);
        assertThat(page.select(".twostep-match ~ form .twostep-qr")).hasSize(1);
        assertThat(page.select(".twostep-qr").attr("viewBox")).isEqualTo("0 0 1033 1033");
        assertThat(page.select(".twostep-qr").attr("aria-label")).contains("QR code");
        assertThat(page.select(".twostep .pf-m-primary"))
                .as("nothing to press is needed")
                .isEmpty();
    }

    @Test
    @DisplayName("P2: whoever signs in on the phone itself opens the app beside this page, which goes on")
    void onThisPhone() {
        Element link = page(WAITING).getElementById("twostep-open-app");
        assertThat(link.attr("href")).isEqualTo("/phone/#r=id.secret");
        assertThat(link.attr("target")).isEqualTo("_blank");
        assertThat(link.attr("rel")).isEqualTo("noopener");
        assertThat(link.text()).contains("opens in a new tab");
        assertThat(page(without("link")).getElementById("twostep-open-app")).isNull();
        assertThat(page(without("qr")).select(".twostep-qr")).isEmpty();
    }

    @Test
    @DisplayName("P2: the page says on which phones the request is, and their names are no markup")
    void phones() {
        assertThat(how(WAITING)).contains("on \u2068Ada’s <Pixel>\u2069 and type this number");
        assertThat(how(with("phones", List.of("Pixel", "iPhone {0}"))))
                .contains("one of your phones (\u2068Pixel\u2069, \u2068iPhone {0}\u2069)");
        assertThat(how(with("phones", List.of()))).contains("on your phone");
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, We sent a notification",
        "false, false, Open the app yourself",
        "false, true, because the last ones weren’t answered"
    })
    @DisplayName("P3, P7: the page says whether a notification was sent; without one the request is in the app")
    void notified(boolean notified, boolean quiet, String words) {
        Map<String, Object> app = with("notified", notified);
        app.put("quiet", quiet);
        assertThat(page(app).getElementById("twostep-push-notified").text()).contains(words);
    }

    @Test
    @DisplayName("P5: without a script a button goes on; with one the page asks the server and says so once")
    void goesOn() {
        Document page = page(WAITING);
        Element form = page.getElementById("twostep-continue-form");
        assertThat(form.select("[name=continue]").val()).isEqualTo("true");
        assertThat(form.select("button[type=submit]").text()).isEqualTo("I have answered on my phone");
        assertThat(form.select("button").hasAttr("disabled")).isFalse();
        assertThat(form.attr("data-twostep-ask")).isEqualTo("/wait");
        assertThat(form.attr("data-twostep-seconds")).isEqualTo("119");
        assertThat(form.attr("data-twostep-left")).contains("{time}");
        assertThat(form.select("[role=status]")).hasSize(1);
        assertThat(form.select("[role=status]").text()).contains("press the button");
        assertThat(form.select("#twostep-await-countdown").attr("aria-hidden")).isEqualTo("true");
        assertThat(page.select("script[src$=phone-app.js]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"119, 1 minute", "120, 2 minutes", "45, 45 seconds", "1, 1 second"})
    @DisplayName("P2: the time left is not promised too long")
    void timeLeft(int seconds, String words) {
        assertThat(page(with("secondsLeft", seconds))
                        .getElementById("twostep-await-expiry")
                        .text())
                .isEqualTo("You have " + words + " to answer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"waiting", "code", "busy", "paused", "denied", "wrong_number", "expired", "cancelled", "limited"
            })
    @DisplayName("P5: other ways are offered whatever becomes of the request, without a script")
    void otherWays(String state) {
        assertThat(page(with("state", state))
                        .select("details > form[method=post] button[name=authenticationExecution]")
                        .eachAttr("value"))
                .containsExactly("other");
    }

    @ParameterizedTest
    @CsvSource({
        "waiting, false, true, false",
        "code, false, false, true",
        "busy, true, true, false",
        "paused, true, true, false",
        "denied, true, true, false",
        "wrong_number, true, true, false",
        "expired, true, true, false",
        "reported, false, false, false",
        "cancelled, true, true, false",
        "limited, false, true, false"
    })
    @DisplayName("P2, C2: each state offers only what can be done in it")
    void offers(String state, boolean again, boolean useCode, boolean usePhone) {
        Document page = page(with("state", state));
        assertThat(page.select("[name=again]").size()).isEqualTo(again ? 1 : 0);
        assertThat(page.select("[name=useCode]").size()).isEqualTo(useCode ? 1 : 0);
        assertThat(page.select("[name=usePhone]").size()).isEqualTo(usePhone ? 1 : 0);
        assertThat(page.select("[name=continue]").size()).isEqualTo(state.equals("waiting") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"code", "busy", "paused", "denied", "wrong_number", "expired", "reported", "cancelled", "limited"
            })
    @DisplayName("P2: a number that nobody may type any more is nowhere on the page, nor is its code")
    void noNumberElsewhere(String state) {
        Document page = page(with("state", state));
        assertThat(page.html()).doesNotContain("482").doesNotContain("r=id.secret");
        assertThat(page.select(".twostep-qr, .twostep-match, [src$=phone-app.js]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "busy, wait until its time is over",
        "paused, To protect you",
        "denied, someone else is using your phone",
        "wrong_number, Three wrong numbers",
        "expired, can’t answer this request any more",
        "reported, it wasn’t you",
        "cancelled, choose another way",
        "limited, Many requests"
    })
    @DisplayName("P2, P6, P7: what happened is said as an alert, with what to do")
    void explained(String state, String words) {
        assertThat(page(with("state", state)).select("[role=alert]").text()).contains(words);
    }

    @Test
    @DisplayName(
            "P7: where there is a pause the page says how long, counts down, and the button is there without a script")
    void paused() {
        Map<String, Object> paused = with("state", "paused");
        paused.put("waitSeconds", 95);
        Document page = page(paused);
        Element form = page.getElementById("twostep-again-form");
        assertThat(form.select("[role=status]").text()).isEqualTo("You can send a request in 2 minutes.");
        assertThat(form.attr("data-twostep-wait")).isEqualTo("95");
        assertThat(form.select("button").hasAttr("disabled")).isFalse();
        assertThat(page.select("script[src$=wait.js]")).hasSize(1);
    }

    @Test
    @DisplayName("P7: after too many requests the other ways are laid open first")
    void limited() {
        Map<String, Object> limited = with("state", "limited");
        limited.put("waitSeconds", 600);
        Document page = page(limited);
        assertThat(page.getElementById("twostep-another-way").hasAttr("open")).isTrue();
        assertThat(page.select("#twostep-another-way ~ #twostep-again-form")).hasSize(1);
    }

    @Test
    @DisplayName("P6: a sign-in that was reported is over: only a new one is offered")
    void reported() {
        Document page = page(with("state", "reported"));
        assertThat(page.select(".twostep form, .twostep details")).isEmpty();
        assertThat(page.getElementById("twostep-restart").attr("href")).isEqualTo("/loginRestartFlowUrl");
    }

    @Test
    @DisplayName("C2: the login code has one field, with the right keyboard; one can go back to the phone")
    void codeField() {
        Document page = page(with("state", "code"));
        Element code = page.getElementById("code");
        assertThat(code.attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(code.attr("inputmode")).isEqualTo("numeric");
        assertThat(code.hasAttr("autofocus")).isTrue();
        assertThat(page.select(".twostep").text()).contains("6-digit", "without a connection", "every 30 seconds");
        assertThat(page.select("[data-twostep-code]"))
                .as("no text message is read for it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twostepPushCodeMissing",
                "twostepPushCodeMalformed",
                "twostepPushCodeWrong",
                "twostepPushCodeUsed"
            })
    @DisplayName("C2: a wrong code is said at the field, and only there")
    void wrongCode(String key) {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepPhoneApp", with("state", "code"))
                .with("message", Map.of("type", "error", "summary", "again"))
                .withError(Language.ENGLISH, "code", key, 6)
                .page("twostep-phone-app.ftl");
        assertThat(page.getElementById("input-error-code").text()).isEqualTo(Language.ENGLISH.format(key, 6));
        assertThat(page.getElementById("code").attr("aria-describedby")).contains("input-error-code");
        assertThat(page.select(".pf-v5-c-alert")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"twostepPushStillWaiting", "twostepPushCodeLimited", "twostepSignInPaused"})
    @DisplayName("P5: what went wrong is said once")
    void problem(String key) {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepPhoneApp", with("problem", key))
                .with("message", Map.of("type", "error", "summary", "again"))
                .page("twostep-phone-app.ftl");
        assertThat(page.select("[role=alert]").text()).isEqualTo(Language.ENGLISH.text(key));
        assertThat(page.select(".pf-v5-c-alert")).hasSize(1);
    }

    @Test
    @DisplayName("C2: a realm or a phone without login codes offers none")
    void noCodes() {
        assertThat(page(with("canUseCode", false)).select("[name=useCode]")).isEmpty();
    }

    private static String how(Map<String, Object> app) {
        return page(app).getElementById("twostep-push-how").text();
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> app = new HashMap<>(WAITING);
        app.put(name, value);
        return app;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> app = new HashMap<>(WAITING);
        app.remove(name);
        return app;
    }

    private static Document page(Map<String, Object> app) {
        return Login.in(Language.ENGLISH)
                .withAnotherWay()
                .with("twostepPhoneApp", app)
                .page("twostep-phone-app.ftl");
    }
}
