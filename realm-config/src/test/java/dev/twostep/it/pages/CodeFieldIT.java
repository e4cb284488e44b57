package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** S1, S2: what the code page does for whoever has scripts on. */
@ServerTest
final class CodeFieldIT {

    private static final By FIELDS = By.cssSelector("#twostep-code-form input:not([type=hidden])");
    private static final By RESEND = By.id("twostep-resend");

    @Test
    @DisplayName("S1: one field, which a phone may fill in; a code pasted with a space in it signs in")
    void pasted(Realm realm, Browser browser) {
        Visitor visitor = Visitor.newIn(realm, browser, "en").enrolled();
        visitor.signIn();
        browser.await(By.name("code"));
        List<WebElement> fields = browser.driver().findElements(FIELDS);
        assertThat(fields).hasSize(1);
        WebElement field = fields.get(0);
        assertThat(field.getDomAttribute("autocomplete")).isEqualTo("one-time-code");
        assertThat(field.getDomAttribute("inputmode")).isEqualTo("numeric");
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(field);

        String code = visitor.code();
        copy(browser, code.substring(0, 3) + " " + code.substring(3));
        field.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        assertThat(field.getDomProperty("value")).isEqualTo(code);
        browser.click(By.id("kc-login"));
        browser.awaitCallback(realm.demoWeb());
    }

    @Test
    @DisplayName("S1: where the browser can read the text, the code fills itself in and is sent")
    void readFromText(Realm realm, Browser browser) {
        Visitor visitor = Visitor.newIn(realm, browser, "en").enrolled();
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                globalThis.OTPCredential = class {};
                navigator.credentials.get = options => new Promise(resolve => {
                    if (options.otp.transport.includes('sms')) globalThis.textWith = code => resolve({ code });
                });
                """));
        visitor.signIn();
        browser.waiting().until(driver -> (Boolean) browser.driver().executeScript("return 'textWith' in globalThis"));
        browser.driver().executeScript("textWith(arguments[0])", visitor.code());
        browser.awaitCallback(realm.demoWeb());
    }

    @Test
    @DisplayName(
            "S2: the wait counts down to the eye, is announced once when it is over, and holds the button till then")
    void wait(@FreshRealm Realm realm, Browser browser) {
        realm.admin()
                .configureRequiredAction("twostep-add-phone", Map.of("gateways", "outbox", "resendWaitSeconds", "8"));
        Visitor visitor = Visitor.newIn(realm, browser, "en").enrolled();
        visitor.signIn();
        String code = visitor.code();
        int texts = realm.outbox().messagesTo(visitor.person().phone()).size();
        browser.await(RESEND);
        browser.driver().executeScript("""
                globalThis.said = [];
                const status = document.getElementById('twostep-resend-status');
                new MutationObserver(() => said.push(status.textContent))
                    .observe(status, { childList: true, characterData: true, subtree: true });
                """);
        assertThat(browser.await(RESEND).getDomAttribute("aria-disabled")).isEqualTo("true");
        browser.click(RESEND);
        String left = countdown(browser);
        browser.waiting().until(driver -> !countdown(browser).equals(left));
        assertThat(said(browser)).isEmpty();

        browser.waiting().until(driver -> driver.findElement(RESEND).getDomAttribute("aria-disabled") == null);
        assertThat(said(browser)).hasSize(1);
        assertThat(realm.outbox().messagesTo(visitor.person().phone())).hasSize(texts);

        browser.click(RESEND);
        browser.awaitText("If you have more than one");
        assertThat(realm.outbox().await(visitor.person().phone(), texts + 1).code())
                .isEqualTo(code);
    }

    private static String countdown(Browser browser) {
        return browser.driver().findElement(By.id("twostep-resend-countdown")).getText();
    }

    private static List<?> said(Browser browser) {
        return (List<?>) browser.driver().executeScript("return globalThis.said");
    }

    /** As a person does, from a text that is open elsewhere. */
    private static void copy(Browser browser, String text) {
        browser.driver().executeScript("""
                const text = document.createElement('textarea');
                text.id = 'elsewhere';
                document.body.append(text);
                """);
        WebElement elsewhere = browser.await(By.id("elsewhere"));
        elsewhere.sendKeys(text);
        elsewhere.sendKeys(Keys.chord(Keys.CONTROL, "a"));
        elsewhere.sendKeys(Keys.chord(Keys.CONTROL, "c"));
        browser.driver().executeScript("arguments[0].remove()", elsewhere);
    }
}
