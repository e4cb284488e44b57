package dev.twostep.it.pages;

import dev.twostep.it.browser.Browser;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** The screen that a page is shown on; for the present tab only. */
final class Screen {

    static final int PHONE_WIDTH = 390;
    /** What a page of 1280 pixels becomes at 400 %: WCAG 1.4.10. */
    static final int NARROWEST = 320;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final ChromeDriver driver;

    Screen(Browser browser) {
        this.driver = browser.driver();
    }

    void desktop() {
        size(WIDTH, HEIGHT);
    }

    /** As high as the page needs, for a picture of all of it. */
    void whole() {
        desktop();
        long height = run("return document.scrollingElement.scrollHeight", Long.class);
        size(WIDTH, Math.max(HEIGHT, Math.toIntExact(height)));
    }

    void phone(int width) {
        size(width, 844);
    }

    void dark() {
        colours("dark");
    }

    void light() {
        colours("light");
    }

    void withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    boolean scrollsSideways() {
        return run("const page = document.scrollingElement; return page.scrollWidth > page.clientWidth", Boolean.class);
    }

    /** Whether the heading is light, which it is on a dark ground only. */
    boolean showsDark() {
        return run("""
                const colour = getComputedStyle(document.querySelector('h1')).color;
                return colour.match(/[0-9.]+/g).slice(0, 3).every(part => part > 127)
                """, Boolean.class);
    }

    /** The hosts that the page has fetched anything from. */
    List<?> hosts() {
        return run(
                "return [...new Set(performance.getEntriesByType('resource').map(entry => new URL(entry.name).host))]",
                List.class);
    }

    private <T> T run(String script, Class<T> type) {
        return type.cast(driver.executeScript(script));
    }

    private void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
}
