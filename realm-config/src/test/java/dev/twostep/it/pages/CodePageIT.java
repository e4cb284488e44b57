package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.sms.TextLogin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** S1, H4, H5: the code page of a sign-in, as long as a code may be entered. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
final class CodePageIT {

    private final Realm realm;

    CodePageIT(@FreshRealm Realm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S1: a text is on its way; a wrong code is said beside the field; the right one signs in")
    void sent(String language, Browser browser) {
        Visitor visitor = Visitor.named(language.equals("en") ? "ada" : "asha", realm, browser, language)
                .enrolled();
        visitor.signIn();
        browser.await(By.name("code"));
        visitor.page().holds("sign-in-code");

        visitor.enterWrongCode();
        browser.await(By.id("input-error-code"));
        visitor.page().holds("sign-in-code-wrong");

        visitor.enter(visitor.code());
        browser.awaitCallback(realm.demoWeb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S8: another browser has just asked for a text; the page says how long to wait, and offers other ways")
    void waiting(String language, Browser browser) {
        Visitor visitor = Visitor.newIn(realm, browser, language).enrolled().withAuthenticatorApp();
        new TextLogin(realm).password(visitor.person());
        visitor.signIn();
        browser.await(By.id("twostep-resend"));
        visitor.page().holds("sign-in-code-waiting");

        visitor.otherWays();
        assertThat(browser.text()).contains(language.equals("en") ? "a code that you kept" : "સાચવેલો કોડ");
        visitor.page().holds("sign-in-another-way");
    }
}
