package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Tokens;
import dev.twostep.it.login.Totp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** K3, C3: a text message beside Keycloak's own authenticator app. */
@ServerTest
final class OtherWaysIT {

    private static final String TEXT = "Text message";
    private static final String APP = "Authenticator Application";
    private static final String BACKUP = "Backup code";

    @Test
    @DisplayName("K3: “Try another way” shows each factor with name, help and an icon of its own")
    void listed(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        addApp(realm, person);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person);
        assertThat(code.html().select("li .twostep-choice-name").eachText())
                .as("the other ways, on the page itself")
                .containsExactly(APP, BACKUP);
        Page ways = login.otherWays(login.choose(code, APP));
        assertThat(ways.html().select("li h2").eachText())
                .as("Keycloak's list, from a page of its own")
                .containsExactly(TEXT, APP, BACKUP);
        assertThat(ways.text()).contains("Get a code by text message.").doesNotContain("twostep-");
        for (Page page : new Page[] {code, ways}) {
            assertThat(page.html().select("li:has([name=authenticationExecution])").stream()
                            .map(way -> way.selectFirst("i").className()))
                    .hasSizeGreaterThan(1)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("K3: switching works both ways, and coming back to the text sends no other one")
    void switched(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        addApp(realm, person);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person);
        assertThat(code.asksFor("code")).as("%s", code).isTrue();
        String digits = login.lastCode(person);
        int texts = realm.outbox().messagesTo(person.phone()).size();
        Page otp = login.choose(code, APP);
        assertThat(otp.asksFor("otp")).as("%s", otp).isTrue();
        Page again = login.choose(login.otherWays(otp), TEXT);
        assertThat(again.asksFor("code")).as("%s", again).isTrue();
        Tokens tokens = login.tokens(login.code(again, digits));
        assertThat(tokens.idToken().path("amr"))
                .extracting(method -> method.asText())
                .contains("sms")
                .doesNotContain("otp");
        assertThat(realm.outbox().messagesTo(person.phone())).hasSize(texts);
    }

    @Test
    @DisplayName("C3: the authenticator app signs in a person who also has a number")
    void byApp(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        Totp app = addApp(realm, person);
        TextLogin login = new TextLogin(realm);
        Page otp = login.choose(login.password(person), APP);
        Tokens tokens = login.tokens(login.http().submit(otp, Map.of("otp", app.code())));
        assertThat(tokens.idToken().path("acr").asText()).isEqualTo("2");
        assertThat(tokens.idToken().path("amr"))
                .extracting(method -> method.asText())
                .contains("otp")
                .doesNotContain("sms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1"})
    @DisplayName(
            "C3: a person with an authenticator app alone is asked for it by every client, and offered nothing else but the backup code")
    void appAlone(String acrValues, Realm realm) {
        Person person = realm.newPerson();
        Totp app = addApp(realm, person);
        TextLogin login = new TextLogin(realm);
        Page otp = login.password(person, acrValues.isEmpty() ? Map.of() : Map.of("acr_values", acrValues));
        assertThat(otp.asksFor("otp")).as("%s", otp).isTrue();
        assertThat(login.otherWays(otp).html().select("li h2").eachText()).containsExactly(APP, BACKUP);
        otp = login.choose(login.otherWays(otp), APP);
        Tokens tokens = login.tokens(login.http().submit(otp, Map.of("otp", app.code())));
        assertThat(tokens.idToken().path("acr").asText()).isEqualTo("2");
    }

    @Test
    @DisplayName("K3, H4: in a browser, from the text to the app with the keyboard alone, and back with the mouse")
    void inABrowser(Realm realm, Browser browser) {
        Person person = SmsSignInIT.enrolled(realm);
        addApp(realm, person);
        Instant begun = Instant.now();
        browser.openLogin(realm.demoWeb());
        browser.logIn(person);
        browser.await(By.name("code"));
        browser.assertAccessible();
        browser.await(By.cssSelector("#twostep-another-way > summary")).sendKeys(Keys.ENTER);
        browser.awaitText(APP);
        browser.assertAccessible();
        browser.screenshot("other-ways");
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.await(By.name("otp"));
        browser.click(By.id("try-another-way"));
        browser.awaitText(TEXT);
        way(browser, TEXT).click();
        browser.type("code", realm.outbox().await(person.phone(), begun).code());
        browser.click(By.id("kc-login"));
        assertThat(browser.awaitCallback(realm.demoWeb())).hasParameter("code");
    }

    private static WebElement way(Browser browser, String name) {
        return browser.await(By.xpath("//li//h2[normalize-space()='" + name + "']"));
    }

    /** Sets up an authenticator app, proving the present factor if there is one. */
    private static Totp addApp(Realm realm, Person person) {
        TextLogin login = new TextLogin(realm);
        Page page = login.password(person, Map.of("kc_action", "CONFIGURE_TOTP"));
        if (page.asksFor("code")) {
            page = login.code(page, login.lastCode(person));
        }
        Totp app = new Totp(page.html().select("[name=totpSecret]").attr("value"));
        Page end = login.http().submit(page, Map.of("totp", app.code(), "userLabel", "app"));
        assertThat(end.answer()).as("%s", end).containsEntry("kc_action_status", "success");
        return app;
    }
}
