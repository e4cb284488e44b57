package dev.twostep.it.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** S3, L1: choosing a factor, adding a number, changing it. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
final class NumberPagesIT {

    private final Realm realm;

    NumberPagesIT(@FreshRealm Realm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S3: from the choice of a factor over a mistyped number to a proven one")
    void added(String language, Browser browser) {
        Visitor visitor = Visitor.named(language.equals("en") ? "ada" : "asha", realm, browser, language);
        visitor.signIn(Map.of("kc_action", "twostep-setup"));
        browser.await(By.id("twostep-factor-twostep-add-phone"));
        visitor.page().holds("setup");

        browser.click(By.id("twostep-factor-twostep-add-phone"));
        browser.await(By.name("number"));
        visitor.page().holds("add-phone");

        enter(browser, "12345");
        browser.await(By.id("input-error-number"));
        visitor.page().holds("add-phone-wrong");

        enter(browser, visitor.person().phone());
        browser.await(By.id("twostep-change-number"));
        visitor.page().holds("prove-number");

        visitor.enter(visitor.code());
        browser.awaitCallback(realm.demoWeb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S7: where the realm allows no country, the page says so and leads back to the other ways")
    void noCountry(String language, @FreshRealm Realm strict, Browser browser) {
        // by the address that checks nothing: the form refuses it
        strict.admin().changeRequiredAction("twostep-add-phone", action -> ((ObjectNode) action.path("config"))
                .put("allowedCountries", "ZZ"));
        Visitor visitor = Visitor.newIn(strict, browser, language);
        visitor.signIn(Map.of("kc_action", "twostep-setup"));
        browser.click(By.id("twostep-factor-twostep-add-phone"));
        browser.await(By.id("twostep-choose-another"));
        visitor.page().holds("add-phone-no-country");

        browser.click(By.id("twostep-choose-another"));
        browser.await(By.id("twostep-factor-CONFIGURE_TOTP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S3: a number that takes no texts is said where it was typed, with the way to another one")
    void refused(String language, Browser browser) {
        Visitor visitor = Visitor.newIn(realm, browser, language);
        visitor.signIn(Map.of("kc_action", "twostep-add-phone"));
        enter(browser, "+12025550009");
        browser.waiting().until(driver -> {
            driver.navigate().refresh();
            return driver.findElements(By.name("code")).isEmpty();
        });
        browser.await(By.id("twostep-change-number"));
        visitor.page().holds("prove-number-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S3, L6: the number is changed after the old one was proven")
    void changed(String language, Browser browser) {
        Visitor visitor = Visitor.newIn(realm, browser, language).enrolled();
        visitor.signIn(Map.of("kc_action", "twostep-add-phone"));
        visitor.enter(visitor.code());
        browser.await(By.name("number"));
        visitor.page().holds("change-phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("L6: whoever is overtaken is told, and led to a new sign-in")
    void overtaken(String language, Browser browser) {
        Visitor visitor = Visitor.newIn(realm, browser, language);
        visitor.signIn(Map.of("kc_action", "twostep-add-phone"));
        String number = Person.nextPhone();
        enter(browser, number);
        browser.await(By.id("twostep-change-number"));
        visitor.enrolled();
        visitor.enter(realm.outbox().await(number).code());
        browser.await(By.id("twostep-restart"));
        visitor.page().refusal().holds("sign-in-over");

        browser.click(By.id("twostep-restart"));
        browser.await(By.name("password"));
    }

    private static void enter(Browser browser, String number) {
        new Select(browser.await(By.name("country"))).selectByValue("IN");
        browser.type("number", number);
        browser.click(By.id("kc-submit"));
    }
}
