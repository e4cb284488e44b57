package dev.twostep.it.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.sms.TextLogin;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** Somebody at the browser who reads one language. */
final class Visitor {

    private final Realm realm;
    private final Browser browser;
    private final String language;
    private final Person person;
    private Instant begun = Instant.EPOCH;

    Visitor(Realm realm, Browser browser, String language, Person person) {
        this.realm = realm;
        this.browser = browser;
        this.language = language;
        this.person = person;
        new Screen(browser).desktop();
    }

    static Visitor newIn(Realm realm, Browser browser, String language) {
        return new Visitor(realm, browser, language, realm.newPerson());
    }

    /** A person whose name looks well in a picture. */
    static Visitor named(String username, Realm realm, Browser browser, String language) {
        String email = username + "@example.org";
        Person stranger = new Person("", username, "correct horse " + username, email, Person.nextPhone());
        String id = realm.admin().createUser(stranger);
        return new Visitor(
                realm, browser, language, new Person(id, username, stranger.password(), email, stranger.phone()));
    }

    Person person() {
        return person;
    }

    /** Has proven the number earlier, elsewhere. */
    Visitor enrolled() {
        new TextLogin(realm).enrol(person);
        return this;
    }

    /** Has another way to sign in. */
    Visitor withAuthenticatorApp() {
        realm.admin().changeUser(person, user -> {
            ObjectNode app = user.putArray("credentials").addObject();
            app.put("type", "otp");
            app.put("secretData", "{\"value\":\"a-secret-of-the-tests\"}");
            app.put(
                    "credentialData",
                    "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        });
        return this;
    }

    /** Up to what follows the password. */
    void signIn() {
        signIn(Map.of());
    }

    void signIn(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("ui_locales", language);
        begun = Instant.now();
        browser.openLogin(realm.demoWeb(), all);
        browser.logIn(person);
    }

    /** The code of the newest text since this person began to sign in. */
    String code() {
        return realm.outbox().await(person.phone(), begun).code();
    }

    /** Sends the code page, and waits for its answer. */
    void enter(String code) {
        WebElement field = browser.await(By.name("code"));
        browser.type("code", code);
        browser.click(By.id("kc-login"));
        browser.waiting().until(ExpectedConditions.stalenessOf(field));
    }

    void enterWrongCode() {
        enter(TextLogin.otherThan(code()));
    }

    void enterNumber() {
        new Select(browser.await(By.name("country"))).selectByValue("IN");
        browser.type("number", person.phone());
        browser.click(By.cssSelector("form [type=submit]"));
        browser.await(By.name("code"));
    }

    /** In a browser that knows nobody yet, up to the page that asks for a backup code. */
    void signInWithBackupCode() {
        browser.forgetEverything();
        signIn();
        otherWays();
        List<WebElement> ways = browser.driver().findElements(By.name("authenticationExecution"));
        WebElement last = ways.get(ways.size() - 1);
        last.click();
        browser.waiting().until(ExpectedConditions.stalenessOf(last));
    }

    /** Opens the list of other ways, on a page of ours. */
    void otherWays() {
        WebElement ways = browser.await(By.id("twostep-another-way"));
        if (ways.getDomAttribute("open") == null) {
            ways.findElement(By.tagName("summary")).click();
        }
        browser.await(By.name("authenticationExecution"));
    }

    /** The same by text; the wait since the last one has to be over. */
    void signInByText() {
        browser.waiting().until(driver -> {
            browser.forgetEverything();
            signIn();
            browser.await(By.tagName("h1"));
            return !driver.findElements(By.name("code")).isEmpty();
        });
        enter(code());
    }

    PageCheck page() {
        return new PageCheck(browser, language);
    }
}
