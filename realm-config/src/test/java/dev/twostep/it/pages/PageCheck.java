package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.browser.Browser;
import java.net.URI;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What holds for every page of ours, whatever it says. Leaves pictures of the page, for a person to judge. */
final class PageCheck {

    private static final Pattern RAW_TEXT = Pattern.compile("twostep[A-Z]\\w*|requiredAction\\.|\\{[0-9]|\\?\\?\\?");

    private final Browser browser;
    private final Screen screen;
    private final String language;
    private boolean refusal;

    PageCheck(Browser browser, String language) {
        this.browser = browser;
        this.screen = new Screen(browser);
        this.language = language;
    }

    /** The page is answered as an error, which Chromium notes in its console. */
    PageCheck refusal() {
        refusal = true;
        return this;
    }

    /** @param name of the pictures */
    void holds(String name) {
        String picture = language.equals("en") ? name : name + "-" + language;
        screen.whole();
        browser.screenshot(picture);
        words();
        browser.assertAccessible();
        fits(picture);
        if (language.equals("en")) { // the colours are the same in every language
            dark(picture);
        }
        staysAtHome();
        console();
    }

    private void words() {
        assertThat(browser.text()).doesNotContainPattern(RAW_TEXT);
        assertThat(browser.driver().getTitle()).doesNotContainPattern(RAW_TEXT);
        if (language.equals("gu")) {
            assertThat(browser.heading()).containsPattern("\\p{InGujarati}");
        }
    }

    private void fits(String picture) {
        screen.phone(Screen.NARROWEST);
        assertThat(screen.scrollsSideways())
                .as("scrolls sideways at 320 pixels")
                .isFalse();
        screen.phone(Screen.PHONE_WIDTH);
        assertThat(screen.scrollsSideways())
                .as("scrolls sideways at 390 pixels")
                .isFalse();
        browser.screenshot(picture + "-phone");
        screen.desktop();
    }

    private void dark(String picture) {
        screen.dark();
        browser.waiting().until(driver -> screen.showsDark());
        browser.screenshot(picture + "-dark");
        browser.assertAccessible();
        screen.light();
    }

    private void staysAtHome() {
        String home = URI.create(browser.driver().getCurrentUrl()).getAuthority();
        assertThat(screen.hosts()).allMatch(home::equals);
    }

    private void console() {
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER))
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> !(refusal && message.contains("status of 400")))
                .isEmpty();
    }
}
