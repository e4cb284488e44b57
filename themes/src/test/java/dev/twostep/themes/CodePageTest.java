package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodePageTest {

    static final Map<String, Object> SENT = Map.of(
            "number", "+•• ••• •• 42",
            "purpose", "login",
            "state", "sent",
            "problem", "",
            "waitSeconds", 95,
            "lifetimeMinutes", 5,
            "codeLength", 6,
            "helpUrl", "/help",
            "canChangeNumber", false);

    @Test
    @DisplayName("S1: one field, filled in from the text, pasted with spaces, with the right keyboard")
    void codeField() {
        Element code = page(SENT).getElementById("code");
        assertThat(code.attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(code.attr("inputmode")).isEqualTo("numeric");
        assertThat(code.hasAttr("autofocus")).isTrue();
        assertThat(code.hasAttr("maxlength") || code.hasAttr("pattern")).isFalse();
    }

    @Test
    @DisplayName("S2: the page says that texts can be slow, how long the code lives, and when another may be asked for")
    void patience() {
        String text = page(SENT).select(".twostep").text();
        assertThat(text).contains("can take a while", "5 minutes", "another text in 2 minutes");
    }

    @Test
    @DisplayName(
            "S2: without a script, sending again can be pressed at any time; the wait is one status, rendered once")
    void resendWithoutScript() {
        Element form = page(SENT).getElementById("twostep-resend-form");
        assertThat(form.select("input[name=resend]").val()).isEqualTo("true");
        assertThat(form.select("button").hasAttr("disabled")).isFalse();
        assertThat(form.select("[role=status]")).hasSize(1);
        assertThat(form.attr("data-twostep-wait")).isEqualTo("95");
        assertThat(form.attr("data-twostep-left")).contains("{time}");
    }

    @Test
    @DisplayName("The masked number reads left to right, and aloud by its last digits")
    void maskedNumber() {
        Document page = page(SENT);
        assertThat(page.select("bdi[dir=ltr]").text()).isEqualTo("+•• ••• •• 42");
        assertThat(page.getElementById("twostep-sms-sent").text()).contains("the number ending in 42");
    }

    @ParameterizedTest
    @CsvSource({
        "sent, true, true",
        "waiting, false, true",
        "refused, false, true",
        "limited, false, true",
        "exhausted, false, true"
    })
    @DisplayName("S8: each state offers only what can be done in it")
    void offers(String state, boolean code, boolean resend) {
        Document page = page(with("state", state));
        assertThat(page.getElementById("code") != null).isEqualTo(code);
        assertThat(page.getElementById("twostep-resend") != null).isEqualTo(resend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent", "waiting", "refused", "limited", "exhausted"})
    @DisplayName("S10: other ways and help are offered whatever the gateway says, without a script")
    void waysOn(String state) {
        Document page = page(with("state", state));
        Elements ways = page.select("details > form[method=post] button[type=submit][name=authenticationExecution]");
        assertThat(ways.eachAttr("value")).as("not the present one").containsExactly("other");
        assertThat(ways.text()).contains("Backup code", "that you kept");
        assertThat(page.select("details > summary").text()).isEqualTo("Try another way");
        assertThat(page.select(".twostep-help-link a").attr("rel")).isEqualTo("noopener");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "limited", "exhausted"})
    @DisplayName("S4: where no code will come, the other ways are laid open, first of all")
    void anotherWayFirst(String state) {
        Document page = page(with("state", state));
        assertThat(page.getElementById("twostep-another-way").hasAttr("open")).isTrue();
        assertThat(page.select("#twostep-another-way ~ #twostep-resend-form")).hasSize(1);
        assertThat(page(SENT).getElementById("twostep-another-way").hasAttr("open"))
                .isFalse();
    }

    @Test
    @DisplayName("S4: what may work in a moment is tried again first")
    void triedAgain() {
        Map<String, Object> refused = with("state", "refused");
        refused.put("temporary", true);
        Document page = page(refused);
        assertThat(page.getElementById("twostep-resend").classNames()).contains("pf-m-primary");
        assertThat(page.select("#twostep-resend-form ~ #twostep-another-way")).hasSize(1);
    }

    @Test
    @DisplayName("S1: who used up all tries while signing in is told that more than the code may be paused")
    void exhausted() {
        assertThat(page(with("state", "exhausted")).select("[role=alert]").text())
                .contains("no longer works", "sign-in may be paused");
        Map<String, Object> proving = with("state", "exhausted");
        proving.put("purpose", "verify");
        assertThat(page(proving).select("[role=alert]").text()).doesNotContain("sign-in");
        assertThat(page(proving).getElementById("twostep-resend").text()).isEqualTo("Send a new code");
    }

    @Test
    @DisplayName("S4: what went wrong is said once, as an alert")
    void problem() {
        Map<String, Object> refused = with("state", "refused");
        refused.put("problem", "twostepSmsProblemOptedOut");
        Document page = Login.in(Language.ENGLISH)
                .with("twostepSms", refused)
                .with("message", Map.of("type", "error", "summary", "again"))
                .page("twostep-sms.ftl");
        assertThat(page.select("[role=alert]").text()).contains("STOP");
        assertThat(page.text()).doesNotContain("again.");
        assertThat(page.select(".pf-v5-c-alert")).hasSize(1);
    }

    @Test
    @DisplayName("S1: a wrong code is said at the field")
    void wrongCode() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepSms", SENT)
                .withError(Language.ENGLISH, "code", "twostepSmsCodeWrong")
                .page("twostep-sms.ftl");
        Element code = page.getElementById("code");
        assertThat(code.attr("aria-invalid")).isEqualTo("true");
        assertThat(code.attr("aria-describedby")).contains("input-error-code");
        assertThat(page.getElementById("input-error-code").text()).contains("isn’t right");
    }

    @Test
    @DisplayName("S8: an error is said above where there is no field to say it at")
    void errorWithoutField() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepSms", with("state", "waiting"))
                .with("message", Map.of("type", "error", "summary", "too old"))
                .withError(Language.ENGLISH, "code", "twostepSmsCodeExpired")
                .page("twostep-sms.ftl");
        assertThat(page.select(".pf-v5-c-alert").text()).isEqualTo("too old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limited", "exhausted"})
    @DisplayName("S2: where no text can be asked for yet, the page says for how long, counts down, and has the button")
    void howLong(String state) {
        Element form = page(with("state", state)).getElementById("twostep-resend-form");
        assertThat(form.select("[role=status]").text()).isEqualTo("You can ask for another text in 2 minutes.");
        assertThat(form.attr("data-twostep-wait")).isEqualTo("95");
    }

    @Test
    @DisplayName("K2: a number that cannot be read is not shown, and other ways are")
    void noNumber() {
        Map<String, Object> unusable = with("state", "limited");
        unusable.put("number", "");
        unusable.put("waitSeconds", 0);
        assertThat(page(unusable).select("bdi")).isEmpty();
        assertThat(page(unusable).getElementById("twostep-another-way")).isNotNull();
        assertThat(page(unusable).getElementById("twostep-resend")).isNull();
    }

    @Test
    @DisplayName("S3: while proving a number, it can be changed or the action left")
    void proving() {
        Map<String, Object> verify = with("purpose", "verify");
        verify.put("canChangeNumber", true);
        Document page = Login.in(Language.ENGLISH)
                .with("twostepSms", verify)
                .with("isAppInitiatedAction", true)
                .page("twostep-sms.ftl");
        assertThat(page.select("input[name=changeNumber]").val()).isEqualTo("true");
        assertThat(page.select("[name=cancel-aia]").val()).isEqualTo("true");
        assertThat(page.getElementById("twostep-another-way")).isNull();
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> sms = new HashMap<>(SENT);
        sms.put(name, value);
        return sms;
    }

    private static Document page(Map<String, Object> sms) {
        return Login.in(Language.ENGLISH)
                .withAnotherWay()
                .with("twostepSms", sms)
                .page("twostep-sms.ftl");
    }
}
