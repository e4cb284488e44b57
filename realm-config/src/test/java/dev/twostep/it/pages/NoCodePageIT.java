package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.Page;
import dev.twostep.it.outbox.OutboxMessage;
import dev.twostep.it.server.FakeHttpGateway;
import dev.twostep.it.sms.TextLogin;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** S7, S8, K4: the page of a sign-in that no code can end any more. Each shows another way on. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
final class NoCodePageIT {

    private static final int TRIES = 5;
    /** The outbox says of numbers that end like this: opted out. */
    private static final String OPTED_OUT = "0004";

    private final Realm realm;

    NoCodePageIT(@FreshRealm Realm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S8: a refusal shows at the next look at the page, with other ways first")
    void refused(String language, Browser browser, FakeHttpGateway gateway) {
        Visitor visitor = Visitor.newIn(realm, browser, language);
        Person stopped = withNumberEndingIn(OPTED_OUT, visitor.person());
        policy(Map.of("gateways", "http"));
        enrol(stopped, gateway);
        visitor.withAuthenticatorApp();
        policy(Map.of("gateways", "outbox"));

        visitor.signIn();
        browser.waiting().until(driver -> {
            driver.navigate().refresh();
            return driver.findElements(By.name("code")).isEmpty();
        });
        assertThat(browser.await(By.name("authenticationExecution")).isDisplayed())
                .as("laid open")
                .isTrue();
        visitor.page().holds("sign-in-code-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("S7: a limit says so")
    void limited(String language, Browser browser) {
        policy(Map.of("gateways", "outbox", "textsPerUserAndHour", "1"));
        Visitor visitor = Visitor.newIn(realm, browser, language).enrolled();
        visitor.signIn();
        browser.await(By.id("twostep-restart"));
        visitor.page().holds("sign-in-code-limited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "gu"})
    @DisplayName("K4: after five wrong codes the code is dead")
    void exhausted(String language, Browser browser) {
        policy(Map.of("gateways", "outbox"));
        Visitor visitor = Visitor.newIn(realm, browser, language).enrolled();
        visitor.signIn();
        for (int i = 0; i < TRIES; i++) {
            visitor.enterWrongCode();
        }
        browser.await(By.id("twostep-restart"));
        visitor.page().holds("sign-in-code-exhausted");
    }

    private void policy(Map<String, String> settings) {
        realm.admin().configureRequiredAction("twostep-add-phone", settings);
    }

    private static Person withNumberEndingIn(String digits, Person person) {
        String own = person.phone().substring(person.phone().length() - digits.length());
        String number = "+9198" + own + digits;
        SeenSecrets.add(number);
        return new Person(person.id(), person.username(), person.password(), person.email(), number);
    }

    private void enrol(Person person, FakeHttpGateway gateway) {
        TextLogin login = new TextLogin(realm);
        Page page = login.password(person, Map.of("kc_action", "twostep-add-phone"));
        page = login.enterNumber(page, person.phone());
        String text = Awaitility.await()
                .until(() -> gateway.requestsFor(person.phone()), requests -> !requests.isEmpty())
                .get(0)
                .getBodyAsString();
        String body = Json.read(text).path("text").asText();
        String code = new OutboxMessage(person.phone(), body, Instant.EPOCH).code();
        assertThat(login.code(page, code).isBackAtClient()).isTrue();
    }
}
