package dev.twostep.it.console;

import dev.twostep.it.Realm;
import dev.twostep.it.browser.Browser;
import java.net.URI;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The page “Signing in” of Keycloak's account console, in a browser. */
final class SigningIn {

    private static final By SET_UP = By.cssSelector("[data-testid='twostep-sms/create']");

    private final Realm realm;
    private final Browser browser;

    SigningIn(Realm realm, Browser browser) {
        this.realm = realm;
        this.browser = browser;
    }

    void open() {
        browser.open(URI.create(realm.url() + "/account/account-security/signing-in"));
    }

    WebElement setUp() {
        return browser.await(SET_UP);
    }

    String name() {
        return browser.await(By.cssSelector("[data-testid='twostep-sms/title']"))
                .getText();
    }

    String help() {
        return browser.await(By.cssSelector("[data-testid='twostep-sms/help-text']"))
                .getText();
    }

    /** What the row of the number is called. Waits for a number that ends so: the page may still show the old one. */
    String label(String ending) {
        browser.waiting().until(ExpectedConditions.textToBePresentInElementLocated(row("label"), ending));
        return browser.await(row("label")).getText();
    }

    void update() {
        browser.click(row("update"));
    }

    void delete() {
        browser.click(row("remove"));
    }

    /** On the page for a number that follows. */
    void enterNumber(String number) {
        new Select(browser.await(By.name("country"))).selectByValue("IN");
        browser.type("number", number);
        browser.click(By.cssSelector("form [type=submit]"));
    }

    void enterCode(String code) {
        browser.type("code", code);
        browser.click(By.id("kc-login"));
    }

    void keepBackupCode() {
        browser.keepBackupCode();
    }

    private static By row(String part) {
        return By.cssSelector("[data-testid='twostep-sms/credential-list'] [data-testrole=" + part + "]");
    }
}
