package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpPageTest {

    static final List<Map<String, String>> TOPICS = List.of(
            topic("text-not-arrived", "twostepHelpTopicText"),
            topic("push-not-arrived", "twostepHelpTopicPush"),
            topic("phone-offline", "twostepHelpTopicOffline"),
            topic("change-number", "twostepHelpTopicChange"),
            topic("new-phone", "twostepHelpTopicNewPhone"),
            topic("lost-phone", "twostepHelpTopicLost"),
            topic("backup-codes", "twostepHelpTopicBackup"),
            topic("backup-code-error", "twostepHelpTopicBackupError"),
            topic("app-passwords", "twostepHelpTopicApps"));

    static List<Language> languages() {
        return Language.all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text-not-arrived",
                "push-not-arrived",
                "phone-offline",
                "change-number",
                "new-phone",
                "lost-phone",
                "backup-codes",
                "backup-code-error",
                "app-passwords"
            })
    @DisplayName("H1: each topic has steps, leads to the others, and ends with tips")
    void topicPage(String id) {
        Document page = page(id);
        assertThat(page.select(".twostep-steps > li")).hasSizeGreaterThan(2);
        assertThat(page.select("nav a").eachAttr("href"))
                .hasSize(TOPICS.size() - 1)
                .doesNotContain("/help/" + id);
        assertThat(page.select("#twostep-tips")).hasSize(1);
        assertThat(page.select("a[href=/account]")).hasSize(1);
    }

    @Test
    @DisplayName("H1: the index leads to every topic")
    void index() {
        assertThat(page("").select("nav a")).hasSize(TOPICS.size());
    }

    @Test
    @DisplayName("S8: signing in again is suggested before asking the carrier")
    void signInAgainBeforeCarrier() {
        List<String> steps =
                page("text-not-arrived").select(".twostep-steps h2").eachText();
        assertThat(steps)
                .containsSubsequence("Sign in again", "Ask your carrier")
                .first()
                .isEqualTo("Wait a little");
    }

    @Test
    @DisplayName("H2: the page says the realm's own times")
    void realmTimes() {
        assertThat(page("text-not-arrived").select(".twostep-steps").text())
                .contains("text 3 minutes", "works for 7 minutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup-codes", "backup-code-error"})
    @DisplayName("B7: whoever wants a backup code for an app is led to temporary passwords")
    void backupCodesAreNotForApps(String id) {
        assertThat(page(id).select(".twostep-aside").text()).contains("Give such an app a temporary password");
        assertThat(page(id).select(".twostep-aside a").eachAttr("href")).containsExactly("/help/app-passwords");
    }

    @Test
    @DisplayName(
            "A1, A4: help says how to make a temporary password, for how long, for which app, and that it is no backup code")
    void appPasswords() {
        Document page = page("app-passwords");
        assertThat(page.select(".twostep-steps").text())
                .contains("find “Temporary passwords” and choose “Set up”", "one hour unless you choose longer")
                .contains("the first that uses it", "when you change your password or remove your last second step");
        assertThat(page.select(".twostep-devices dt").eachText()).containsExactly("iPhone", "Android", "Computer");
        assertThat(page.select(".twostep-aside h2").eachText())
                .containsExactly("The app says the password is wrong?", "Not a backup code");
        assertThat(page.select(".twostep-aside li")).hasSize(6);
    }

    @Test
    @DisplayName("P3, P8: the request is in the app without any push, and each platform has its own way to allow them")
    void pushNotArrived() {
        Document page = page("push-not-arrived");
        assertThat(page.select(".twostep-steps h2").first().text()).isEqualTo("Open the app yourself");
        assertThat(page.select(".twostep-devices dd").text())
                .contains("iOS 16.4", "Add to Home Screen", "Permissions and allow Notifications", "Battery saver");
    }

    @Test
    @DisplayName("C1, C2: without a connection, the app's code is entered where the sign-in page offers it")
    void phoneOffline() {
        assertThat(page("phone-offline").select(".twostep-steps").text())
                .contains("airplane mode", "“" + Language.ENGLISH.text("twostepPushUseCode") + "”")
                .contains("Set Automatically");
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("C2: help names the button as the page does, in each language")
    void namesAsOnThePage(Language language) {
        assertThat(language.text("twostepHelpOfflineEnterBody")).contains(language.text("twostepPushUseCode"));
        assertThat(language.text("twostepHelpNewPhoneAddBody")).contains(language.text("twostep-phone-app"));
    }

    @Test
    @DisplayName("L3, L8: hand over before the old phone goes; no backup has the key; a session or a backup code helps")
    void newPhone() {
        Document page = page("new-phone");
        assertThat(page.select(".twostep-lead").text()).contains("No backup carries it", "before the old phone goes");
        assertThat(page.select(".twostep-steps h2").first().text()).isEqualTo("Hand over from the old phone");
        assertThat(page.select(".twostep-steps").text()).contains("delete it there", "Add it like a new phone");
        assertThat(page.select(".twostep-aside").text()).contains("backup code");
    }

    private static Document page(String id) {
        return Login.in(Language.ENGLISH)
                .with(
                        "twostepHelp",
                        Map.of(
                                "topic",
                                id,
                                "topics",
                                TOPICS,
                                "resendMinutes",
                                3,
                                "lifetimeMinutes",
                                7,
                                "accountUrl",
                                "/account"))
                .page("twostep-help.ftl");
    }

    private static Map<String, String> topic(String id, String title) {
        return Map.of("id", id, "title", title, "url", "/help/" + id);
    }
}
