package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.OidcClient;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The whole story with two real browsers: a computer's, and a phone's with the phone app. */
@ServerTest
final class PhoneAppIT {

    private static final By OPEN_APP = By.id("twostep-open-app");
    private static final By NUMBER = By.id("twostep-number");
    private static final By PENDING = By.cssSelector("#requests-pending [data-request]");

    @Test
    @DisplayName("P1, P2, P6, C1, L2: pair, approve by number and by QR code, deny, report, sign in offline, unpair")
    void story(Realm realm, Browser computer) {
        Person person = realm.newPerson();
        OidcClient client = realm.demoWeb();
        try (Browser phone = Browser.startPhone(realm.url().resolve("/"))) {
            pair(client, person, computer, phone);
            approveByNumber(client, person, computer, phone);
            approveByQrCode(client, person, computer, phone);
            deny(client, person, computer, phone);
            notMe(realm, person, computer, phone);
            loginCode(realm, person, computer, phone);
            unpair(realm, person, computer, phone);
        }
    }

    private static void pair(OidcClient client, Person person, Browser computer, Browser phone) {
        computer.openLogin(client, Map.of("kc_action", "twostep-pair-phone-app"));
        computer.logIn(person);
        computer.screenshot("phone-pair-scan");
        computer.assertAccessible();
        phone.open(link(computer));
        assertThat(phone.await(By.id("pair-name")).getAttribute("value")).isNotBlank();
        phone.screenshot("phone-app-pair");
        phone.await(By.id("pair-name")).clear();
        phone.await(By.id("pair-name")).sendKeys("Ada’s phone");
        phone.click(By.id("pair-start"));
        // the computer's page goes on by itself
        String fingerprint = computer.await(By.id("twostep-fingerprint")).getText();
        phone.awaitText(fingerprint);
        phone.screenshot("phone-app-fingerprint");
        computer.screenshot("phone-pair-confirm");
        computer.assertAccessible();
        computer.click(By.id("twostep-confirm"));
        String number = number(computer);
        computer.screenshot("phone-pair-trial");
        phone.await(By.id("trial-number")).sendKeys(number);
        phone.screenshot("phone-app-trial");
        phone.click(By.id("trial-send"));
        computer.keepBackupCode();
        computer.awaitCallback(client);
        phone.click(By.id("pair-later"));
        phone.assertAccessible();
    }

    private static void approveByNumber(OidcClient client, Person person, Browser computer, Browser phone) {
        signIn(client, person, computer);
        String number = number(computer);
        computer.screenshot("phone-waiting");
        computer.assertAccessible();
        openPending(phone);
        phone.awaitText("Twostep demo");
        phone.screenshot("phone-app-request");
        phone.assertAccessible();
        phone.await(By.id("request-number")).sendKeys(number);
        phone.click(By.id("approve"));
        computer.awaitCallback(client);
    }

    private static void approveByQrCode(OidcClient client, Person person, Browser computer, Browser phone) {
        signIn(client, person, computer);
        phone.open(link(computer));
        phone.await(By.id("request-scanned"));
        assertThat(phone.driver().getCurrentUrl()).doesNotContain("#");
        phone.screenshot("phone-app-scanned");
        phone.click(By.id("approve"));
        computer.awaitCallback(client);
    }

    private static void deny(OidcClient client, Person person, Browser computer, Browser phone) {
        signIn(client, person, computer);
        computer.await(NUMBER);
        openPending(phone);
        phone.click(By.id("deny"));
        computer.waiting().until(ExpectedConditions.invisibilityOfElementLocated(NUMBER));
        computer.screenshot("phone-denied");
        computer.assertAccessible();
    }

    private static void notMe(Realm realm, Person person, Browser computer, Browser phone) {
        phone.click(By.id("request-done"));
        openFirst(phone, By.cssSelector("#requests-recent [data-request]"));
        phone.click(By.id("not-me"));
        phone.screenshot("phone-app-not-me");
        phone.click(By.id("not-me-confirm"));
        phone.waiting().until(ignored -> realm.admin().events(person, "LOGIN_ERROR").stream()
                .anyMatch(event -> event.path("error").asText().equals("twostep_reported")));
        assertThat(realm.admin()
                        .get("/users/" + person.id())
                        .path("requiredActions")
                        .toString())
                .contains("UPDATE_PASSWORD");
        computer.forgetEverything();
    }

    private static void loginCode(Realm realm, Person person, Browser computer, Browser phone) {
        realm.admin().changeUser(person, user -> user.putArray("requiredActions"));
        online(phone, false);
        phone.driver().navigate().refresh();
        phone.click(By.id("tab-codes"));
        String code = phone.await(By.cssSelector("#codes [data-code]")).getAttribute("data-code");
        SeenSecrets.add(code);
        phone.screenshot("phone-app-code");
        OidcClient client = realm.demoWeb();
        signIn(client, person, computer);
        computer.click(By.id("twostep-use-code"));
        computer.type("code", code);
        computer.click(By.id("kc-login"));
        computer.awaitCallback(client);
        online(phone, true);
    }

    private static void unpair(Realm realm, Person person, Browser computer, Browser phone) {
        phone.click(By.id("tab-device"));
        phone.screenshot("phone-app-device");
        // by the keyboard, which scrolls it out from under the bar of tabs; the driver's own click does not
        phone.await(By.id("unpair")).sendKeys(Keys.ENTER);
        phone.click(By.id("unpair-confirm"));
        phone.await(By.id("screen-unpaired"));
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).isEmpty();
        OidcClient client = realm.demoWeb();
        signIn(client, person, computer);
        computer.awaitCallback(client);
    }

    private static void signIn(OidcClient client, Person person, Browser computer) {
        computer.forgetEverything();
        computer.openLogin(client);
        computer.logIn(person);
    }

    /** A single request opens by itself, when the app is looked at again. */
    private static void openPending(Browser phone) {
        phone.open(URI.create(phone.driver().getCurrentUrl().replaceAll("#.*", "")));
        phone.waiting()
                .until(ExpectedConditions.or(
                        ExpectedConditions.visibilityOfElementLocated(PENDING),
                        ExpectedConditions.visibilityOfElementLocated(By.id("deny"))));
        if (!phone.driver().findElement(By.id("deny")).isDisplayed()) {
            openFirst(phone, PENDING);
        }
        phone.await(By.id("deny"));
    }

    /** The list makes itself anew while it is looked at. */
    private static void openFirst(Browser phone, By card) {
        phone.waiting().ignoring(StaleElementReferenceException.class).until(driver -> {
            driver.findElement(card).click();
            return true;
        });
    }

    private static URI link(Browser computer) {
        String link = computer.waiting()
                .until(ExpectedConditions.presenceOfElementLocated(OPEN_APP))
                .getAttribute("href");
        SeenSecrets.add(link.substring(link.indexOf('#') + 3));
        return URI.create(link);
    }

    private static String number(Browser computer) {
        String number = computer.await(NUMBER).getText().replaceAll("[^0-9]", "");
        SeenSecrets.add(number);
        return number;
    }

    private static void online(Browser phone, boolean online) {
        phone.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", !online, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }
}
