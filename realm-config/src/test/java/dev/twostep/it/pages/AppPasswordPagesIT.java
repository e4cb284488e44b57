package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.ServerTest;
import dev.twostep.it.apppassword.MailApp;
import dev.twostep.it.browser.Browser;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The story of temporary passwords in a browser, and what every page of it has to hold. */
@ServerTest
final class AppPasswordPagesIT {

    private static final String ACTION = "twostep-app-password";
    private static final By PASSWORD = By.id(ACTION);

    private final Realm realm;

    AppPasswordPagesIT(@FreshRealm Realm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName(
            "A1, A4: not needed without a second factor; made with one, shown, listed, ended in the console and all at once")
    void story(String language, Browser browser) {
        Visitor visitor = Visitor.named(language.equals("en") ? "ada" : "asha", realm, browser, language);
        visitor.signIn(Map.of("kc_action", ACTION));
        browser.await(By.id("twostep-set-up"));
        visitor.page().holds("app-password-none");

        visitor.enrolled();
        browser.forgetEverything();
        visitor.signIn(Map.of("kc_action", ACTION));
        visitor.enter(visitor.code());
        browser.await(By.name("name"));
        visitor.page().holds("app-password-form");
        browser.click(By.id("twostep-create"));
        browser.await(By.id("input-error-name"));
        visitor.page().holds("app-password-form-error");
        browser.type("name", "Thunderbird on my laptop");
        browser.click(By.id("twostep-create"));
        String password = browser.await(PASSWORD).getText();
        SeenSecrets.add(password);
        SeenSecrets.add(password.replace("-", ""));
        visitor.page().holds("app-password");
        browser.click(By.cssSelector("details.twostep-more summary"));
        visitor.page().holds("app-password-qr");
        browser.click(By.id("twostep-done"));
        browser.awaitCallback(realm.demoWeb());
        assertThat(MailApp.demo(realm)
                        .grant(visitor.person().username(), password)
                        .statusCode())
                .isEqualTo(200);
        if (language.equals("en")) {
            console(browser);
        }

        browser.openLogin(realm.demoWeb(), Map.of("kc_action", ACTION, "ui_locales", language));
        browser.click(By.id("twostep-end-all"));
        browser.await(By.id("twostep-end-all-confirmed"));
        visitor.page().holds("app-password-end-all");
        browser.click(By.id("twostep-end-all-confirmed"));
        browser.await(By.id("twostep-app-password-ended"));
        visitor.page().holds("app-password-ended");
        assertThat(MailApp.demo(realm)
                        .grant(visitor.person().username(), password)
                        .statusCode())
                .isEqualTo(400);
    }

    /** K3: in the account console with its end, its app, its last use. */
    private void console(Browser browser) {
        browser.open(URI.create(realm.url() + "/account/account-security/signing-in"));
        browser.await(By.cssSelector("[data-testid='" + ACTION + "/title']"));
        browser.awaitText("Thunderbird on my laptop");
        browser.awaitText("Twostep demo mail");
        browser.awaitText("Works until");
        browser.driver()
                .executeScript("document.querySelector(\"[data-testid='" + ACTION + "/title']\").scrollIntoView()");
        browser.screenshot("account-console-app-passwords");
    }
}
