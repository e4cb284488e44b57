package dev.twostep.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.OidcClient;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Tokens;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A user without a second factor signs in as in any Keycloak. */
@ServerTest
final class PasswordSignInIT {

    @Test
    @DisplayName("K1: on an untouched Keycloak with our jars, the demo user signs in to the demo client")
    void demoUserInBrowser(Realm realm, Browser browser) {
        OidcClient demoWeb = realm.demoWeb();
        browser.openLogin(demoWeb);
        browser.screenshot("sign-in");
        browser.logIn("ada", "ada-password");

        assertThat(browser.awaitCallback(demoWeb)).hasParameter("code");
    }

    @Test
    @DisplayName("K1: a new user gets tokens in her own name")
    void tokens(Realm realm) {
        Person person = realm.newPerson();
        OidcClient demoWeb = realm.demoWeb();
        HttpLogin login = new HttpLogin(demoWeb);

        Page password = login.start();
        assertThat(password.asksFor("password")).isTrue();
        Page end = login.submit(password, person.login());
        Tokens tokens = demoWeb.exchange(end.authorizationCode());

        assertThat(tokens.idToken().path("preferred_username").asText()).isEqualTo(person.username());
    }

    @Test
    @DisplayName("A wrong password is an event, and no way in")
    void wrongPassword(Realm realm) {
        Person person = realm.newPerson();
        HttpLogin login = new HttpLogin(realm.demoWeb());

        Page page = login.submit(login.start(), person.login("not the password"));

        assertThat(page.isBackAtClient()).isFalse();
        assertThat(page.asksFor("password")).isTrue();
        assertThat(realm.admin().events(person, "LOGIN_ERROR"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("error").asText()).isEqualTo("invalid_user_credentials"));
    }

    @Test
    @DisplayName("The demo user finds herself in the account console")
    void accountConsole(Realm realm, Browser browser) {
        browser.open(URI.create(realm.url() + "/account/"));
        browser.logIn("ada", "ada-password");

        browser.awaitText("Personal info");
        assertThat(browser.await(By.name("email")).getDomProperty("value")).isEqualTo("ada@example.org");
    }

    @Test
    @DisplayName("K10: the login page offers English and Gujarati")
    void languages(Realm realm, Browser browser) {
        browser.openLogin(realm.demoWeb(), Map.of("ui_locales", "gu"));

        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("gu");
    }
}
