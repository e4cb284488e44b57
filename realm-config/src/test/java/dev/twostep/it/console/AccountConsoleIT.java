package dev.twostep.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** S3, K3: a person adds, changes and deletes the number in Keycloak's own account console. */
@ServerTest
final class AccountConsoleIT {

    /** Any of our keys that found no text. */
    private static final String RAW_KEY = "(?s).*twostep[A-Z-].*";

    private static final Pattern GUJARATI = Pattern.compile("\\p{InGujarati}");

    @Test
    @DisplayName("S3, K3: “Signing in” offers to set up a text message, and shows the number masked afterwards")
    void setUp(Realm realm, Browser browser) {
        Person person = realm.newPerson();
        SigningIn page = signedIn(person, realm, browser);
        assertThat(page.name()).isEqualTo("Text message");
        assertThat(page.help()).isEqualTo("Get a code by text message.");
        assertThat(page.setUp().getText()).isEqualTo("Set up Text message");
        assertThat(browser.text()).doesNotMatch(RAW_KEY);
        add(person, page, realm);
        assertThat(page.label(ending(person.phone())))
                .doesNotContain(person.phone().substring(3, 9));
        assertThat(browser.driver().getPageSource())
                .doesNotContain(person.phone().substring(3))
                .as("one number a person")
                .doesNotContain("twostep-sms/create");
        browser.driver().executeScript("document.querySelector(\"[data-testid='otp/title']\").scrollIntoView()");
        browser.screenshot("account-console");
    }

    @Test
    @DisplayName(
            "S3: “Update” asks for the new number and its code, and not for the number that was proven a moment ago")
    void update(Realm realm, Browser browser) {
        Person person = realm.newPerson();
        SigningIn page = signedIn(person, realm, browser);
        add(person, page, realm);
        page.label(ending(person.phone()));
        page.update();
        String next = Person.nextPhone();
        browser.awaitText("Change your phone number");
        page.enterNumber(next);
        page.enterCode(realm.outbox().await(next, 1).code());
        assertThat(page.label(ending(next))).doesNotContain(ending(person.phone()));
        assertThat(realm.admin().credentials(person, "twostep-sms")).hasSize(1);
    }

    @Test
    @DisplayName("S3: “Delete” says what it deletes and asks for a confirmation; “Set up” is back")
    void delete(Realm realm, Browser browser) {
        Person person = realm.newPerson();
        SigningIn page = signedIn(person, realm, browser);
        add(person, page, realm);
        page.label(ending(person.phone()));
        page.delete();
        browser.await(By.id("kc-accept"));
        assertThat(browser.text())
                .contains("Text message +•• ••• •• " + ending(person.phone()))
                .doesNotContain("twostep-");
        browser.click(By.id("kc-accept"));
        assertThat(page.setUp().isDisplayed()).isTrue();
        assertThat(realm.admin().credentials(person, "twostep-sms")).isEmpty();
    }

    @Test
    @DisplayName("S3: an enrolment that is cancelled leads back to the console and stores nothing")
    void cancelled(Realm realm, Browser browser) {
        Person person = realm.newPerson();
        SigningIn page = signedIn(person, realm, browser);
        page.setUp().click();
        browser.click(By.id("twostep-cancel"));
        assertThat(page.setUp().isDisplayed()).isTrue();
        assertThat(realm.admin().credentials(person, "twostep-sms")).isEmpty();
    }

    @Test
    @DisplayName("H5: what is ours in the console is in Gujarati for a person who reads Gujarati")
    void gujarati(Realm realm, Browser browser) {
        Person person = realm.newPerson();
        realm.admin().changeUser(person, user -> user.putPOJO("attributes", Map.of("locale", List.of("gu"))));
        SigningIn page = signedIn(person, realm, browser);
        browser.waiting()
                .until(ExpectedConditions.textMatches(By.cssSelector("[data-testid='twostep-sms/title']"), GUJARATI));
        assertThat(page.help()).containsPattern(GUJARATI);
        assertThat(page.setUp().getText()).contains(page.name());
        assertThat(browser.text()).doesNotMatch(RAW_KEY);
        page.setUp().click();
        browser.await(By.name("number"));
        assertThat(browser.heading()).containsPattern(GUJARATI);
        assertThat(browser.text()).doesNotMatch(RAW_KEY);
    }

    private static SigningIn signedIn(Person person, Realm realm, Browser browser) {
        SigningIn page = new SigningIn(realm, browser);
        page.open();
        browser.logIn(person);
        return page;
    }

    private static void add(Person person, SigningIn page, Realm realm) {
        page.setUp().click();
        page.enterNumber(person.phone());
        page.enterCode(realm.outbox().await(person.phone(), 1).code());
        page.keepBackupCode();
    }

    private static String ending(String phone) {
        return phone.substring(phone.length() - 2);
    }
}
