package dev.twostep.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Totp;
import dev.twostep.it.sms.TextLogin;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Where a realm enforces two-factor sign-in, a person without a factor chooses one. */
@ServerTest
final class SetupIT {

    private static final By CHOICES = By.cssSelector("[name=factor]");
    private static final By TEXT = By.cssSelector("[name=factor][value=twostep-add-phone]");

    @Test
    @DisplayName("K2, K3: the choice shows what the realm offers; the back button leads to no way round")
    void chosen(@FreshRealm Realm realm, Browser browser) {
        realm.admin().configureRequiredAction("twostep-setup", Map.of("enforce", "true"));
        Person person = realm.newPerson();
        browser.openLogin(realm.demoWeb());
        browser.logIn(person);
        browser.await(CHOICES);
        assertThat(browser.driver().findElements(CHOICES))
                .extracting(choice -> choice.getDomAttribute("value"))
                .containsExactly("twostep-pair-phone-app", "twostep-add-phone", "CONFIGURE_TOTP", "webauthn-register");
        assertThat(browser.driver().findElements(CHOICES))
                .extracting(WebElement::getText)
                .allSatisfy(text -> assertThat(text).doesNotContain("-display-name", "-help-text"));
        browser.assertAccessible();
        browser.screenshot("setup");

        browser.click(TEXT);
        browser.await(By.name("number"));
        browser.assertAccessible();
        browser.driver().navigate().back();
        browser.click(TEXT);
        browser.awaitText("Page has expired");
        browser.click(By.id("loginRestartLink"));
        browser.logIn(person);
        browser.click(TEXT);

        SigningIn page = new SigningIn(realm, browser);
        page.enterNumber(person.phone());
        page.enterCode(realm.outbox().await(person.phone(), 1).code());
        assertThat(browser.awaitCallback(realm.demoWeb())).hasParameter("code");
        assertThat(realm.admin().credentials(person, "twostep-sms")).hasSize(1);
    }

    @Test
    @DisplayName(
            "K2: whoever chose the text message can choose again, before and after giving a number, and no event says it was set up")
    void chosenAgain(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-setup", Map.of("enforce", "true"));
        Person person = realm.newPerson();
        TextLogin login = new TextLogin(realm);
        Page choose = login.password(person);
        Page number = login.http().submit(choose, Map.of("factor", "twostep-add-phone"));
        Page code = login.enterNumber(number, Person.nextPhone());
        number = login.http().post(code.formActionOf("changeNumber"), Map.of("changeNumber", "true"));
        choose = login.http().post(number.formActionOf("chooseAnother"), Map.of("chooseAnother", "true"));
        assertThat(choose.html().select("[name=factor]")).as("%s", choose).hasSize(4);
        assertThat(realm.admin().events(person, "CUSTOM_REQUIRED_ACTION"))
                .extracting(event -> event.at("/details/custom_required_action").asText())
                .doesNotContain("twostep-add-phone");
        Page app = login.http().submit(choose, Map.of("factor", "CONFIGURE_TOTP"));
        assertThat(app.asksFor("totp")).as("%s", app).isTrue();
        assertThat(login.http().start().isBackAtClient()).as("no way round").isFalse();
    }

    @Test
    @DisplayName("An admin's order to add a phone number leaves nothing else to choose")
    void ordered(@FreshRealm Realm realm) {
        Person person = realm.newPerson();
        realm.admin()
                .changeUser(person, user -> user.putArray("requiredActions").add("twostep-add-phone"));
        Page number = new TextLogin(realm).password(person);
        assertThat(number.asksFor("number")).as("%s", number).isTrue();
        assertThat(number.asksFor("chooseAnother")).isFalse();
    }

    @Test
    @DisplayName("C3: Keycloak's own authenticator app is as good a choice as the text message")
    void authenticatorApp(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-setup", Map.of("enforce", "true"));
        Person person = realm.newPerson();
        HttpLogin http = new HttpLogin(realm.demoWeb()).seeingBackupCodes();
        Page choose = http.submit(http.start(), person.login());
        Page setUp = http.submit(choose, Map.of("factor", "CONFIGURE_TOTP"));
        Totp app = new Totp(setUp.html().select("[name=totpSecret]").attr("value"));
        Page backup = http.submit(setUp, Map.of("totp", app.code(), "userLabel", "app"));
        assertThat(backup.backupCode()).as("B1: %s", backup).isPresent();
        Page end = http.post(backup.formActionOf("kept"), backup.keepingBackupCode());
        assertThat(end.isBackAtClient()).as("%s", end).isTrue();
        HttpLogin next = new HttpLogin(realm.demoWeb());
        Page otp = next.submit(next.start(), person.login());
        assertThat(otp.asksFor("otp")).as("%s", otp).isTrue();
        assertThat(next.submit(otp, Map.of("otp", app.code())).isBackAtClient()).isTrue();
    }

    @Test
    @DisplayName("A factor that is not offered cannot be chosen, and nothing is chosen by sending nothing")
    void notOffered(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-setup", Map.of("enforce", "true"));
        realm.admin().changeRequiredAction("CONFIGURE_TOTP", action -> action.put("enabled", false));
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page choose = http.submit(http.start(), realm.newPerson().login());
        assertThat(choose.html().select("[name=factor]")).hasSize(3);
        for (String factor : new String[] {"CONFIGURE_TOTP", "UPDATE_PASSWORD", ""}) {
            choose = http.submit(choose, Map.of("factor", factor));
            assertThat(choose.asksFor("factor")).as("%s", choose).isTrue();
        }
    }
}
