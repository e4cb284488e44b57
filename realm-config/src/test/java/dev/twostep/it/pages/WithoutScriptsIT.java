package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** H4: a browser in which scripts are off. */
@ServerTest
final class WithoutScriptsIT {

    @Test
    @DisplayName("S2, H4: sending again too early answers with the time left; the code signs in")
    void codePage(Realm realm, Browser browser) {
        Visitor visitor = Visitor.newIn(realm, browser, "en").enrolled();
        new Screen(browser).withoutScripts();
        visitor.signIn();
        assertThat(browser.await(By.id("twostep-resend")).getDomAttribute("aria-disabled"))
                .as("what a script would have done")
                .isNull();
        assertThat(browser.text()).contains("You can ask for another text in 2 minutes.");

        browser.click(By.id("twostep-resend"));
        browser.awaitText("Please wait.");
        assertThat(browser.text()).containsPattern("another text in [12]:[0-5][0-9]");
        visitor.enter(visitor.code());
        browser.awaitCallback(realm.demoWeb());
    }
}
