package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BackupCodePageTest {

    static final Map<String, Object> THIRD =
            Map.of("state", "ask", "number", 3, "problem", "", "helpUrl", "/help/backup-code-error");

    @Test
    @DisplayName("B3: the page asks for the next code by its number, and says that the order matters")
    void asksByNumber() {
        Document page = page(THIRD);
        assertThat(page.select("label[for=backupCode]").text()).isEqualTo("Backup code number 3");
        assertThat(page.getElementById("twostep-backup-order").text()).contains("number 3", "order");
    }

    @Test
    @DisplayName("B4: where the realm accepts a later code, the page does not threaten with the end of all of them")
    void outOfOrderAccepted() {
        assertThat(page(with("strict", true))
                        .getElementById("twostep-backup-order")
                        .text())
                .contains("can stop all");
        assertThat(page(with("strict", false))
                        .getElementById("twostep-backup-order")
                        .text())
                .contains("number 3", "those before it")
                .doesNotContain("all");
    }

    @Test
    @DisplayName("B3: the field takes the code however it is typed or pasted, and keeps keyboards from mending it")
    void field() {
        Element field = page(THIRD).getElementById("backupCode");
        assertThat(field.attr("autocomplete")).isEqualTo("off");
        assertThat(field.attr("autocapitalize")).isEqualTo("characters");
        assertThat(field.attr("spellcheck")).isEqualTo("false");
        assertThat(field.attr("dir")).isEqualTo("ltr");
        assertThat(field.hasAttr("autofocus")).isTrue();
        assertThat(field.val()).isEmpty();
        assertThat(field.hasAttr("maxlength") || field.hasAttr("pattern")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"twostepBackupCodeUsed, You have already used this code", "twostepBackupCodeInactive, no longer works"})
    @DisplayName("B5: a code that is out of use has its own message, at the field, and names the one to enter")
    void outOfUse(String key, String words) {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepBackupCode", THIRD)
                .with("message", Map.of("type", "error", "summary", "again"))
                .withError(Language.ENGLISH, "backupCode", key, 2, 3)
                .page("twostep-backup-code.ftl");
        assertThat(page.getElementById("input-error-backupCode").text()).contains(words, "number 2", "Enter number 3");
        assertThat(page.getElementById("backupCode").attr("aria-describedby")).contains("input-error-backupCode");
        assertThat(page.select(".pf-v5-c-alert")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"twostepBackupCodeUsed", "twostepBackupCodeInactive"})
    @DisplayName("B5: with no code left, the message says to sign in another way and make a new one, once")
    void noneLeft(String key) {
        String error = Language.ENGLISH.format(key, 2, 0);
        Document page = Login.in(Language.ENGLISH)
                .withAnotherWay()
                .with("twostepBackupCode", with("state", "none"))
                .with("message", Map.of("type", "error", "summary", error))
                .withError(Language.ENGLISH, "backupCode", key, 2, 0)
                .page("twostep-backup-code.ftl");
        assertThat(page.select(".pf-v5-c-alert").text()).contains("another way", "new one");
        assertThat(page.getElementById("twostep-backup-none")).isNull();
        assertThat(page.getElementById("backupCode")).isNull();
    }

    @Test
    @DisplayName("B5: a code that is none of the user's names the one to enter, if there is one")
    void wrong() {
        assertThat(Language.ENGLISH.format("twostepBackupCodeWrong", 3)).contains("backup code number 3");
        assertThat(Language.ENGLISH.format("twostepBackupCodeWrong", 0))
                .contains("another way")
                .doesNotContain("0");
    }

    @Test
    @DisplayName("B4: whoever entered a code out of turn is told that all have stopped working, and what to do")
    void voided() {
        Map<String, Object> voided = with("state", "none");
        voided.put("problem", "twostepBackupCodesVoided");
        Document page = page(voided);
        assertThat(page.select("[role=alert]").text()).contains("all your backup codes have stopped", "another way");
        assertThat(page.getElementById("twostep-backup-none")).isNull();
        assertThat(page.getElementById("twostep-another-way").hasAttr("open")).isTrue();
    }

    @Test
    @DisplayName("B5: with no code to ask for there is no field; another way comes first")
    void nothingToAskFor() {
        Document page = page(with("state", "none"));
        assertThat(page.getElementById("backupCode")).isNull();
        assertThat(page.getElementById("twostep-backup-none").text()).contains("another way", "new one");
        assertThat(page.getElementById("twostep-another-way").hasAttr("open")).isTrue();
        assertThat(page.getElementById("twostep-restart")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "none"})
    @DisplayName("H1: other ways and help are offered in every state, without a script")
    void waysOn(String state) {
        Document page = page(with("state", state));
        assertThat(page.select("button[name=authenticationExecution]").val()).isEqualTo("other");
        assertThat(page.select(".twostep-help-link a").attr("href")).isEqualTo("/help/backup-code-error");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> backup = new HashMap<>(THIRD);
        backup.put(name, value);
        return backup;
    }

    private static Document page(Map<String, Object> backup) {
        return Login.in(Language.ENGLISH)
                .withAnotherWay()
                .with("twostepBackupCode", backup)
                .page("twostep-backup-code.ftl");
    }
}
