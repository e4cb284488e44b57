package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** H1, H4: the pages that anybody may open. */
@ServerTest
final class PublicPagesIT {

    @ParameterizedTest
    @CsvSource({
        "en,'',help",
        "en,/text-not-arrived,help-text",
        "en,/push-not-arrived,help-push",
        "en,/phone-offline,help-offline",
        "en,/change-number,help-change",
        "en,/new-phone,help-new-phone",
        "en,/lost-phone,help-lost",
        "en,/backup-codes,help-backup",
        "en,/backup-code-error,help-backup-error",
        "en,/app-passwords,help-app-passwords",
        "gu,'',help",
        "gu,/text-not-arrived,help-text",
        "gu,/push-not-arrived,help-push",
        "gu,/phone-offline,help-offline",
        "gu,/change-number,help-change",
        "gu,/new-phone,help-new-phone",
        "gu,/lost-phone,help-lost",
        "gu,/backup-codes,help-backup",
        "gu,/backup-code-error,help-backup-error",
        "gu,/app-passwords,help-app-passwords",
    })
    @DisplayName("H1: help has an address of its own for each topic")
    void help(String language, String topic, String picture, Realm realm, Browser browser) {
        PageCheck page = open(realm, "help" + topic, language, browser);
        assertThat(browser.driver().findElements(By.cssSelector("nav .twostep-choice")))
                .hasSizeGreaterThan(1);
        page.holds(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("The demo's phone shows a text by itself, once there is one")
    void outbox(String language, @FreshRealm Realm realm, Browser browser) {
        PageCheck page = open(realm, "outbox", language, browser);
        page.holds("outbox-empty");

        Visitor visitor = Visitor.newIn(realm, browser, language).enrolled();
        browser.awaitText(visitor.code());
        page.holds("outbox");
    }

    private static PageCheck open(Realm realm, String page, String language, Browser browser) {
        new Screen(browser).desktop();
        browser.open(URI.create(realm.url() + "/twostep/" + page + "?kc_locale=" + language));
        return new PageCheck(browser, language);
    }
}
