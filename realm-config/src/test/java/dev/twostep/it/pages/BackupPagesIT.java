package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The whole story of backup codes in a browser, and what every page of it has to hold. */
@ServerTest
final class BackupPagesIT {

    private static final By CODE = By.id("twostep-backup-code");
    private static final By FIELD = By.name("backupCode");

    private final Realm realm;

    BackupPagesIT(@FreshRealm Realm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("B1 to B8: first code by itself, five, the sixth refused, 1, 2, 4 out of order, by text, a new one")
    void story(String language, Browser browser) {
        realm.admin()
                .configureRequiredAction("twostep-add-phone", Map.of("gateways", "outbox", "resendWaitSeconds", "1"));
        Visitor visitor = Visitor.named(language.equals("en") ? "ada" : "asha", realm, browser, language);
        visitor.signIn(Map.of("kc_action", "twostep-add-phone"));
        visitor.enterNumber();
        visitor.enter(visitor.code());
        browser.await(CODE);
        visitor.page().holds("backup-code");
        List<String> codes = new ArrayList<>(List.of(browser.keepBackupCode()));
        browser.awaitCallback(realm.demoWeb());

        browser.openLogin(realm.demoWeb(), Map.of("kc_action", "twostep-backup-codes", "ui_locales", language));
        while (codes.size() < 4) {
            codes.add(browser.keepBackupCode("another"));
            String last = codes.get(codes.size() - 1);
            browser.waiting().until(ExpectedConditions.not(ExpectedConditions.textToBe(CODE, last)));
        }
        visitor.page().holds("backup-code-more");
        codes.add(browser.keepBackupCode());
        browser.awaitCallback(realm.demoWeb());
        browser.openLogin(realm.demoWeb(), Map.of("kc_action", "twostep-backup-codes", "ui_locales", language));
        browser.await(By.id("twostep-replace"));
        visitor.page().holds("backup-codes-full");
        if (language.equals("en")) {
            console(browser);
        }

        for (int number = 1; number <= 2; number++) {
            visitor.signInWithBackupCode();
            if (number == 1) {
                visitor.page().holds("enter-backup-code");
            }
            enter(browser, codes.get(number - 1));
            browser.await(By.id("twostep-done"));
            if (number == 1) {
                visitor.page().holds("backup-code-used");
            }
            browser.click(By.id("twostep-done"));
            browser.awaitCallback(realm.demoWeb());
        }
        visitor.signInWithBackupCode();
        enter(browser, codes.get(0));
        browser.await(By.id("input-error-backupCode"));
        visitor.page().holds("enter-backup-code-again");
        enter(browser, codes.get(3));
        browser.waiting().until(driver -> driver.findElements(FIELD).isEmpty());
        visitor.page().holds("backup-codes-void");

        visitor.signInByText();
        browser.await(CODE);
        visitor.page().holds("backup-code-after-void");
        assertThat(codes).doesNotContain(browser.keepBackupCode());
        browser.awaitCallback(realm.demoWeb());
    }

    private void console(Browser browser) {
        browser.open(URI.create(realm.url() + "/account/account-security/signing-in"));
        browser.await(By.cssSelector("[data-testid='twostep-backup-code/title']"));
        browser.awaitText("5 of up to 5");
        browser.screenshot("account-console-backup-codes");
    }

    private static void enter(Browser browser, String code) {
        browser.type("backupCode", code.toLowerCase(Locale.ROOT).replace("-", " "));
        browser.click(By.id("kc-login"));
    }
}
