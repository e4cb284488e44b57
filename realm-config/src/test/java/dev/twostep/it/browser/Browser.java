package dev.twostep.it.browser;

import dev.twostep.it.Person;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.login.OidcClient;
import dev.twostep.it.server.BuildFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with what tests of a login do over and over; {@link #driver()} for everything else. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Dimension WINDOW = new Dimension(1100, 900);
    /** Selenium warns of every Chromium that is newer than itself. A field, because loggers are held weakly. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Starts the browser.
     *
     * @param server trusted as if it were HTTPS: in a container it is not on localhost, and scripts would lack what Chromium keeps
     *               for secure pages
     */
    public static Browser start(URI server) {
        Browser browser = new Browser(driver(server, Map.of()));
        browser.driver.manage().window().setSize(WINDOW);
        return browser;
    }

    /** A phone's browser, with a phone's screen and a finger. */
    public static Browser startPhone(URI server) {
        return new Browser(driver(
                server,
                Map.of(
                        "deviceMetrics",
                        Map.of("width", 390, "height", 844, "pixelRatio", 2.0, "touch", true),
                        "userAgent",
                        "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile"
                                + " Safari/537.36")));
    }

    private static ChromeDriver driver(URI server, Map<String, Object> emulation) {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--unsafely-treat-insecure-origin-as-secure=" + server,
                "--lang=en");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        if (!emulation.isEmpty()) {
            options.setExperimentalOption("mobileEmulation", emulation);
        }
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        BrowserInstaller.provide().ifPresent(installed -> {
            options.setBinary(installed.browser().toFile());
            service.usingDriverExecutable(installed.driver().toFile());
        });
        return new ChromeDriver(service.build(), options);
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** One empty tab, no cookies, nothing in the console: another person's browser. */
    public void forgetEverything() {
        Set<String> old = driver.getWindowHandles();
        driver.switchTo().newWindow(WindowType.TAB);
        String fresh = driver.getWindowHandle();
        for (String handle : old) {
            driver.switchTo().window(handle);
            driver.close();
        }
        driver.switchTo().window(fresh);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.manage().logs().get(LogType.BROWSER); // reading it empties it
    }

    public void open(URI uri) {
        driver.get(uri.toString());
    }

    /** Starts a login; {@code extra} as in {@link OidcClient#authorizationUrl(Map)}. */
    public void openLogin(OidcClient client, Map<String, String> extra) {
        open(client.authorizationUrl(extra));
    }

    public void openLogin(OidcClient client) {
        openLogin(client, Map.of());
    }

    /** Fills in the password page and sends it. */
    public void logIn(Person person) {
        logIn(person.username(), person.password());
    }

    public void logIn(String username, String password) {
        type("username", username);
        type("password", password);
        click(By.id("kc-login"));
    }

    /** Replaces what stands in the field of this name. Waits for the field. */
    public void type(String fieldName, String text) {
        WebElement field = await(By.name(fieldName));
        field.clear();
        field.sendKeys(text);
    }

    /** Waits until it is there and can be clicked. */
    public void click(By what) {
        waiting().until(ExpectedConditions.elementToBeClickable(what)).click();
    }

    /** The element, as soon as it shows. */
    public WebElement await(By what) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Waits until the page shows this text somewhere. */
    public void awaitText(String text) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    /** Waits until the login has ended at the client; a new backup code on the way is kept. */
    public URI awaitCallback(OidcClient client) {
        By tick = By.name("kept");
        waiting()
                .until(ExpectedConditions.or(
                        ExpectedConditions.urlContains(client.callback().toString()),
                        ExpectedConditions.presenceOfElementLocated(tick)));
        if (!driver.getCurrentUrl().contains(client.callback().toString())) {
            keepBackupCode();
        }
        waiting().until(ExpectedConditions.urlContains(client.callback().toString()));
        return URI.create(driver.getCurrentUrl());
    }

    /** Waits for the page that shows a new backup code, and keeps the code, in groups as it stands there. */
    public String keepBackupCode() {
        return keepBackupCode("keep");
    }

    /** @param button what is pressed after the tick */
    public String keepBackupCode(String button) {
        String code = await(By.id("twostep-backup-code")).getText();
        SeenSecrets.add(code);
        SeenSecrets.add(code.replace("-", ""));
        WebElement tick = waiting().until(ExpectedConditions.presenceOfElementLocated(By.name("kept")));
        tick.click();
        click(By.name(button));
        return code;
    }

    /** All text that a person sees now. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    public String heading() {
        return await(By.tagName("h1")).getText();
    }

    public WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE);
    }

    /** Leaves {@code target/screenshots/{name}.png}. */
    public Path screenshot(String name) {
        Path file = BuildFiles.target("screenshots").resolve(name + ".png");
        try {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Fails with axe-core's findings on the page as it is now, if there are any. */
    public void assertAccessible() {
        String findings = Accessibility.findings(driver);
        if (!findings.isEmpty()) {
            throw new AssertionError("axe-core found on " + driver.getCurrentUrl() + ":\n" + findings);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
