package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** H5: a language that is written from right to left; where we have no texts in it, ours are English. */
@ServerTest
final class RightToLeftIT {

    @Test
    @DisplayName("H5: pages turn round, numbers and codes do not")
    void arabic(@FreshRealm Realm realm, Browser browser) {
        realm.admin().change(settings -> ((ArrayNode) settings.path("supportedLocales")).add("ar"));
        Visitor visitor = Visitor.newIn(realm, browser, "ar").enrolled();
        visitor.signIn();
        assertThat(browser.await(By.name("code")).getCssValue("direction")).isEqualTo("ltr");
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("dir"))
                .isEqualTo("rtl");
        assertThat(browser.await(By.className("twostep-number")).getCssValue("direction"))
                .isEqualTo("ltr");
        visitor.page().holds("sign-in-code");
    }
}
