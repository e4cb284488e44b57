package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.OidcClient;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** The phone app in a browser with a screen lock, which Chromium plays. */
@ServerTest
final class ScreenLockAppIT {

    private static final By NUMBER = By.id("twostep-number");
    private static final By ERROR = By.id("request-error");

    private final Realm realm;
    private final Browser computer;

    ScreenLockAppIT(Realm realm, Browser computer) {
        this.realm = realm;
        this.computer = computer;
    }

    @Test
    @DisplayName("P1, P2: the app pairs and approves with the screen lock; without it it denies, and says what to do")
    void story() {
        assumeTrue(
                realm.url().getHost().equals("localhost"), "without TLS, Chromium has credentials for localhost only");
        Person person = realm.newPerson();
        OidcClient client = realm.demoWeb();
        try (Browser phone = Browser.startPhone(realm.url().resolve("/"))) {
            VirtualAuthenticator lock = phone.driver()
                    .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                            .setHasUserVerification(true)
                            .setIsUserVerified(true));
            pair(client, person, phone);
            assertThat(lock.getCredentials()).hasSize(1);
            assertThat(stored(person).path("approvalKey").path("algorithm").asInt())
                    .isEqualTo(-7);
            showsIt(phone);
            approve(client, person, phone, lock);
            deny(client, person, phone, lock);
        }
    }

    private void pair(OidcClient client, Person person, Browser phone) {
        computer.openLogin(client, Map.of("kc_action", "twostep-pair-phone-app"));
        computer.logIn(person);
        phone.open(link());
        phone.await(By.id("pair-lock"));
        phone.screenshot("screen-lock-pair");
        phone.assertAccessible();
        phone.click(By.id("pair-start"));
        computer.click(By.id("twostep-confirm"));
        phone.await(By.id("trial-number")).sendKeys(number());
        phone.click(By.id("trial-send"));
        computer.keepBackupCode();
        computer.awaitCallback(client);
        phone.click(By.id("pair-later"));
    }

    private static void showsIt(Browser phone) {
        phone.click(By.id("tab-device"));
        phone.await(By.cssSelector("#approving [data-stage=webauthn]"));
        phone.screenshot("screen-lock-device");
        phone.assertAccessible();
        phone.click(By.id("tab-requests"));
    }

    /** Somebody else's finger first. */
    private void approve(OidcClient client, Person person, Browser phone, VirtualAuthenticator lock) {
        signIn(client, person);
        openPending(phone);
        lock.setUserVerified(false);
        String number = number();
        phone.await(By.id("request-number")).sendKeys(number);
        phone.click(By.id("approve"));
        String once = phone.await(ERROR).getText();
        phone.screenshot("screen-lock-unconfirmed");
        phone.click(By.id("approve"));
        phone.waiting()
                .until(ignored -> phone.driver().findElement(ERROR).getText().length() > once.length());
        phone.screenshot("screen-lock-gone");
        phone.assertAccessible();
        assertThat(phone.driver().findElement(By.id("request-number")).getAttribute("value"))
                .isEqualTo(number);
        lock.setUserVerified(true);
        phone.click(By.id("approve"));
        computer.awaitCallback(client);
    }

    private void deny(OidcClient client, Person person, Browser phone, VirtualAuthenticator lock) {
        signIn(client, person);
        computer.await(NUMBER);
        lock.removeAllCredentials();
        openPending(phone);
        phone.click(By.id("deny"));
        computer.waiting().until(ExpectedConditions.invisibilityOfElementLocated(NUMBER));
    }

    private void signIn(OidcClient client, Person person) {
        computer.forgetEverything();
        computer.openLogin(client);
        computer.logIn(person);
        computer.await(NUMBER);
    }

    /** Coming to the app, a single request opens by itself. */
    private static void openPending(Browser phone) {
        phone.driver().navigate().refresh();
        phone.await(By.id("deny"));
    }

    private JsonNode stored(Person person) {
        JsonNode credential =
                realm.admin().credentials(person, "twostep-phone-app").get(0);
        return Json.read(credential.path("credentialData").asText());
    }

    private URI link() {
        String link = computer.waiting()
                .until(ExpectedConditions.presenceOfElementLocated(By.id("twostep-open-app")))
                .getAttribute("href");
        SeenSecrets.add(link.substring(link.indexOf('#') + 3));
        return URI.create(link);
    }

    private String number() {
        String number = computer.await(NUMBER).getText().replaceAll("[^0-9]", "");
        SeenSecrets.add(number);
        return number;
    }
}
