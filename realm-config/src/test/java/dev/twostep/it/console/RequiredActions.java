package dev.twostep.it.console;

import dev.twostep.it.Realm;
import dev.twostep.it.browser.Browser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The page “Required actions” of Keycloak's admin console and the forms behind it, in a browser. */
final class RequiredActions {

    private static final By FORM = By.id("required-action-config-form");

    private final Realm realm;
    private final Browser browser;

    RequiredActions(Realm realm, Browser browser) {
        this.realm = realm;
        this.browser = browser;
    }

    /** Signs in as the administrator of the server. */
    void open() {
        URI server = realm.url().resolve("/");
        browser.open(server.resolve("/admin/master/console/#/" + realm.name() + "/authentication/required-actions"));
        browser.logIn("admin", "admin");
    }

    void reload() {
        browser.driver().navigate().refresh();
    }

    /** Opens the form of the action with this name and waits until its settings are in it. */
    void settings(String action) {
        browser.click(By.xpath("//tr[@id='" + action + "']//button[@aria-label='Settings']"));
        browser.await(By.cssSelector("#required-action-config-form [data-testid=max_auth_age]"));
    }

    /** The labels of the form that is open, in order. */
    List<String> labels() {
        return browser.await(FORM).findElements(By.cssSelector(".pf-v5-c-form__label-text")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** What the form that is open holds, by key; switches by {@code true} and {@code false}. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (WebElement field : browser.await(FORM).findElements(By.cssSelector("input[data-testid]"))) {
            boolean aSwitch = "checkbox".equals(field.getDomAttribute("type"));
            String value = aSwitch ? String.valueOf(field.isSelected()) : field.getDomProperty("value");
            values.put(field.getDomAttribute("data-testid"), value);
        }
        return values;
    }

    /** The text behind a field's question mark. */
    String help(String key) {
        browser.click(By.cssSelector("[data-testid='help-label-config." + key + "']"));
        String text = browser.await(By.cssSelector(".pf-v5-c-popover__body")).getText();
        browser.click(By.cssSelector(".pf-v5-c-popover__close button"));
        browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(".pf-v5-c-popover")));
        return text;
    }

    void type(String key, String value) {
        WebElement field = browser.await(By.cssSelector("#required-action-config-form [data-testid='" + key + "']"));
        // a console written in React takes no notice of a field that is cleared without keys
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE, value);
    }

    /** For a switch in the form that is open. */
    void flip(String key) {
        browser.click(By.cssSelector("#required-action-config-form label[for='" + key + "'].pf-v5-c-switch"));
    }

    void save() {
        dismissAlerts();
        press("save");
        browser.awaitText("Successfully saved the config");
        browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(FORM));
    }

    /** Saves what the server will not take, and tells what the console says of it. */
    String saveInVain() {
        dismissAlerts();
        press("save");
        return browser.await(By.cssSelector(".pf-v5-c-alert.pf-m-danger")).getText();
    }

    void cancel() {
        press("cancel");
        browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(FORM));
    }

    void clear() {
        press("clear");
        browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(FORM));
    }

    /** Moves a switch of the list and waits until the console says that it is done. */
    void toggle(Switch which, String action) {
        dismissAlerts();
        browser.click(By.cssSelector("label[for='" + which.prefix + action.replace(' ', '-') + "']"));
        browser.awaitText("Updated required action successfully");
    }

    /** Alerts stay for seconds: one of an earlier step would be taken for the answer to the next. */
    private void dismissAlerts() {
        By close = By.cssSelector(".pf-v5-c-alert-group .pf-v5-c-alert button");
        for (WebElement alert : browser.driver().findElements(close)) {
            browser.driver().executeScript("arguments[0].click()", alert);
        }
        browser.waiting().until(ExpectedConditions.numberOfElementsToBe(close, 0));
    }

    private void press(String button) {
        browser.click(By.cssSelector("#required-action-config-form [data-testid=" + button + "]"));
    }

    /** The switches that each action has in the list. */
    enum Switch {
        ENABLED("enable-"),
        DEFAULT("default-");

        private final String prefix;

        Switch(String prefix) {
            this.prefix = prefix;
        }
    }
}
