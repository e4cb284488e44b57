package dev.twostep.it.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.backupcode.BackupLogin;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Totp;
import dev.twostep.it.mail.Mailbox;
import dev.twostep.it.sms.TextLogin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Attack 33: a page left open on the password alone gains nothing once the owner of the account has turned two-factor sign-in on. */
@ServerTest
final class LeftOpenIT {

    private static final Pattern LINK = Pattern.compile("http\\S+/action-token\\?\\S+");
    private static final String OTHER_PASSWORD = "another one 123";

    @Test
    @DisplayName("Attack 33 (1a): the page to choose a factor replaces no number; its way on asks for the factor")
    void chooser(Realm realm) {
        Person person = realm.newPerson();
        TextLogin open = new TextLogin(realm);
        Page choose = open.password(person, Map.of("kc_action", "twostep-setup"));
        assertThat(choose.asksFor("factor")).as("%s", choose).isTrue();
        new TextLogin(realm).enrol(person);

        Page end = open.http().submit(choose, Map.of("factor", "twostep-add-phone"));

        assertOver(end, realm, person);
        assertThat(open.http().open(choose.uri()).status()).as("a reload").isEqualTo(400);
        Page again = open.http().open(wayOn(end));
        assertThat(again.asksFor("password")).as("%s", again).isTrue();
        Page factor = open.http().submit(again, person.login());
        assertThat(factor.asksFor("code")).as("%s", factor).isTrue();
    }

    @Test
    @DisplayName("Attack 33 (1b): Keycloak's own page for an authenticator app adds none")
    void authenticatorApp(Realm realm) {
        Person person = realm.newPerson();
        TextLogin open = new TextLogin(realm);
        Page setUp = open.password(person, Map.of("kc_action", "CONFIGURE_TOTP"));
        new TextLogin(realm).enrol(person);
        assertOver(scan(open.http(), setUp), realm, person);
        assertThat(realm.admin().credentials(person, "otp")).isEmpty();
    }

    @Test
    @DisplayName("Attack 33 (1b): nor does its page for a security key")
    void securityKey(Realm realm, Browser browser) {
        Person person = realm.newPerson();
        browser.driver()
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setIsUserConsenting(true)
                        .setIsUserVerified(true)
                        .setHasUserVerification(true));
        browser.openLogin(realm.demoWeb(), Map.of("kc_action", "webauthn-register"));
        browser.logIn(person);
        browser.await(By.id("registerWebAuthn"));
        new TextLogin(realm).enrol(person);
        browser.click(By.id("registerWebAuthn"));
        browser.waiting().until(driver -> driver.switchTo().alert() != null);
        browser.driver().switchTo().alert().accept();
        browser.await(By.id("twostep-restart"));
        browser.assertAccessible();
        browser.screenshot("sign-in-over");
        assertThat(realm.admin().credentials(person, "webauthn")).isEmpty();
        browser.click(By.id("twostep-restart"));
        browser.logIn(person);
        browser.await(By.name("code"));
    }

    @Test
    @DisplayName("Attack 33 (1c): an action that was pending before the page for a number gives no time")
    void pendingAction(Realm realm) {
        Person person = realm.newPerson();
        demand(realm, person, "UPDATE_PROFILE");
        TextLogin open = new TextLogin(realm);
        Page names = open.password(person, Map.of("kc_action", "twostep-add-phone"));
        assertThat(names.asksFor("firstName")).as("%s", names).isTrue();
        demand(realm, person);
        new TextLogin(realm).enrol(person);

        Page end = open.http().submit(names, profile(person));

        assertOver(end, realm, person);
        assertThat(realm.admin().get("/users/" + person.id()).path("firstName").asText())
                .isEqualTo("Test");
    }

    @Test
    @DisplayName("Attack 33 (1d): asking for a backup code leads to no factor beside the owner's")
    void byWayOfBackupCodes(Realm realm) {
        Person person = realm.newPerson();
        HttpLogin open = new HttpLogin(realm.demoWeb()).seeingBackupCodes();
        Page choose = open.submit(open.start(Map.of("kc_action", "twostep-backup-codes")), person.login());
        Page setUp = open.submit(choose, Map.of("factor", "CONFIGURE_TOTP"));
        assertThat(setUp.asksFor("totp")).as("%s", setUp).isTrue();
        BackupLogin owner = new BackupLogin(realm);
        owner.press(owner.enrol(person), "later");
        assertOver(scan(open, setUp), realm, person);
        assertThat(realm.admin().credentials(person, "otp")).isEmpty();
    }

    @Test
    @DisplayName("Attack 33 (1d): nor does asking for a temporary password")
    void byWayOfTemporaryPasswords(Realm realm) {
        Person person = realm.newPerson();
        HttpLogin open = new HttpLogin(realm.demoWeb());
        Page none = open.submit(open.start(Map.of("kc_action", "twostep-app-password")), person.login());
        new TextLogin(realm).enrol(person);
        Page end = open.post(none.formActionOf("setup"), Map.of("setup", "true"));
        assertOver(end, realm, person);
        assertThat(realm.admin().credentials(person, "twostep-app-password")).isEmpty();
    }

    @Test
    @DisplayName("Attack 33 (1e): a mail for a new password, opened before, leads to no factor and sets no password")
    void resetMail(@FreshRealm Realm realm, Mailbox mail) {
        mail.serve(realm);
        realm.admin().change(settings -> settings.put("resetPasswordAllowed", true));
        Person person = realm.newPerson();
        HttpLogin atChoice = new HttpLogin(realm.demoWeb());
        Page choose = setPassword(atChoice, resetPassword(mail, person, atChoice, 1), person.password());
        assertThat(choose.asksFor("factor")).as("%s", choose).isTrue();
        HttpLogin atPassword = new HttpLogin(realm.demoWeb());
        Page newPassword = resetPassword(mail, person, atPassword, 2);
        new TextLogin(realm).enrol(person);

        assertOver(atChoice.submit(choose, Map.of("factor", "twostep-add-phone")), realm, person);
        assertOver(setPassword(atPassword, newPassword, OTHER_PASSWORD), realm, person);
        assertThat(new TextLogin(realm).password(person).asksFor("code"))
                .as("the password still holds")
                .isTrue();
    }

    @Test
    @DisplayName("Attack 33 (1f): finishing any other page gives the client no code on the password alone")
    void finishing(Realm realm) {
        Person person = realm.newPerson();
        TextLogin open = new TextLogin(realm);
        Page names = open.password(person, Map.of("kc_action", "UPDATE_PROFILE"));
        new TextLogin(realm).enrol(person);
        assertOver(open.http().submit(names, profile(person)), realm, person);
        assertThat(realm.admin().events(person))
                .extracting(event -> event.path("error").asText())
                .contains("twostep_sign_in_overtaken");
        assertThat(open.http()
                        .post(names.formActionOf("firstName"), Map.of("cancel-aia", "true"))
                        .isBackAtClient())
                .as("cancelling it")
                .isFalse();
    }

    @Test
    @DisplayName(
            "Attack 33 (1f): nor does the page that asks for consent, where the client gets a code that is worth nothing")
    void consent(@FreshRealm Realm realm) {
        realm.admin().changeClient("demo-web", client -> client.put("consentRequired", true));
        Person person = realm.newPerson();
        TextLogin open = new TextLogin(realm);
        Page consent = open.password(person);
        assertThat(consent.asksFor("accept")).as("%s", consent).isTrue();
        realm.admin().changeClient("demo-web", client -> client.put("consentRequired", false));
        TextLogin owner = new TextLogin(realm);
        owner.enrol(person);
        realm.admin().changeClient("demo-web", client -> client.put("consentRequired", true));

        Page end = open.http().submit(consent, Map.of("accept", "Yes"));

        String code = end.answer().getOrDefault("code", "none");
        assertThat(realm.demoWeb()
                        .token(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                realm.demoWeb().callback().toString()))
                        .body())
                .contains("invalid_grant");
        assertThat(realm.admin().events(person, "LOGIN_ERROR"))
                .extracting(event -> event.path("error").asText())
                .contains("twostep_sign_in_overtaken");
        assertThat(open.http().start(Map.of("prompt", "none")).answer())
                .as("no session")
                .containsEntry("error", "login_required");
    }

    @Test
    @DisplayName("Attack 33 (1g): with another password and sessions ended elsewhere, the old page is as worthless")
    void passwordToo(Realm realm) {
        Person person = realm.newPerson();
        TextLogin open = new TextLogin(realm);
        Page choose = open.password(person, Map.of("kc_action", "twostep-setup"));
        TextLogin owner = new TextLogin(realm);
        Page number = owner.password(person, Map.of("kc_action", "twostep-add-phone"));
        Page prove =
                owner.http().submit(number, Map.of("country", "IN", "number", person.phone(), "logout-sessions", "on"));
        owner.code(prove, owner.lastCode(person));
        changePassword(realm, person);
        assertOver(open.http().submit(choose, Map.of("factor", "twostep-add-phone")), realm, person);
    }

    @Test
    @DisplayName("Attack 33 (1g): a sign-in whose password was changed elsewhere is over, also past the second factor")
    void passwordOnly(Realm realm) {
        Person plain = realm.newPerson();
        Person person = realm.newPerson();
        new TextLogin(realm).enrol(person);
        TextLogin one = new TextLogin(realm);
        Page names = one.password(plain, Map.of("kc_action", "UPDATE_PROFILE"));
        TextLogin other = new TextLogin(realm);
        Page factor = other.password(person, Map.of("kc_action", "twostep-add-phone"));
        Page number = other.code(factor, other.lastCode(person));
        changePassword(realm, plain);
        changePassword(realm, person);
        assertThat(one.http().submit(names, profile(plain)).status()).isEqualTo(400);
        assertOver(other.enterNumber(number, Person.nextPhone()), realm, person);
    }

    @Test
    @DisplayName("A sign-in that sets a new password and its first factor itself goes on")
    void ownDoing(Realm realm) {
        Person person = realm.newPerson();
        demand(realm, person, "UPDATE_PASSWORD", "CONFIGURE_TOTP", "UPDATE_PROFILE");
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page page = http.submit(http.start(), person.login());
        for (int i = 0; i < 3; i++) {
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            page = page.asksFor("password-new")
                    ? setPassword(http, page, OTHER_PASSWORD)
                    : page.asksFor("totp") ? scan(http, page) : http.submit(page, profile(person));
        }
        assertThat(page.isBackAtClient()).as("%s", page).isTrue();
        assertThat(realm.admin().credentials(person, "otp")).hasSize(1);
        assertThat(realm.admin().credentials(person, "twostep-backup-code")).hasSize(1);
    }

    @Test
    @DisplayName("A sign-in that has shown a factor goes on when another one comes up elsewhere")
    void pastTheFactor(Realm realm) {
        Person person = realm.newPerson();
        new TextLogin(realm).enrol(person);
        TextLogin open = new TextLogin(realm);
        Page names = open.code(open.password(person, Map.of("kc_action", "UPDATE_PROFILE")), open.lastCode(person));
        TextLogin elsewhere = new TextLogin(realm);
        Page wait = elsewhere.password(person, Map.of("kc_action", "CONFIGURE_TOTP"));
        Page setUp = elsewhere.code(elsewhere.resend(wait), elsewhere.lastCode(person));
        assertThat(scan(elsewhere.http(), setUp).isBackAtClient()).isTrue();
        Page end = open.http().submit(names, profile(person));
        assertThat(end.isBackAtClient()).as("%s", end).isTrue();
    }

    /** No code and no error for the client, the owner's number as it was, and a way on. */
    private static void assertOver(Page end, Realm realm, Person person) {
        assertThat(end.isBackAtClient()).as("%s", end).isFalse();
        assertThat(end.status()).as("%s", end).isEqualTo(400);
        assertThat(end.text()).contains("sign in again");
        assertThat(end.backupCode()).isEmpty();
        assertThat(realm.admin().credentials(person, "twostep-sms")).hasSize(1).allSatisfy(number -> assertThat(
                        number.path("userLabel").asText())
                .endsWith(person.phone().substring(person.phone().length() - 2)));
    }

    private static URI wayOn(Page end) {
        Element again = end.html().getElementById("twostep-restart");
        assertThat(again).as("%s", end).isNotNull();
        return end.uri().resolve(again.attr("href"));
    }

    private static Page scan(HttpLogin http, Page setUp) {
        Totp app = new Totp(setUp.html().select("[name=totpSecret]").attr("value"));
        return http.submit(setUp, Map.of("totp", app.code(), "userLabel", "app"));
    }

    private static Page setPassword(HttpLogin http, Page page, String password) {
        return http.submit(page, Map.of("password-new", password, "password-confirm", password));
    }

    private static Map<String, String> profile(Person person) {
        return Map.of("email", person.email(), "firstName", "Ada", "lastName", "Lovelace");
    }

    private static void changePassword(Realm realm, Person person) {
        ObjectNode password = JsonNodeFactory.instance.objectNode();
        password.put("type", "password").put("value", OTHER_PASSWORD).put("temporary", false);
        realm.admin().put("/users/" + person.id() + "/reset-password", password);
    }

    private static void demand(Realm realm, Person person, String... actions) {
        realm.admin().changeUser(person, user -> {
            user.putArray("requiredActions");
            List.of(actions).forEach(user.withArray("requiredActions")::add);
        });
    }

    /** Up to the page for the new password, with the choice of a factor to follow. */
    private static Page resetPassword(Mailbox mail, Person person, HttpLogin http, int number) {
        Page login = http.start(Map.of("kc_action", "twostep-setup"));
        Element forgot = login.html().selectFirst("a[href*=reset-credentials]");
        http.submit(http.open(URI.create(forgot.absUrl("href"))), Map.of("username", person.username()));
        Matcher link = LINK.matcher(mail.await(person, number).text());
        assertThat(link.find()).isTrue();
        Page page = http.open(URI.create(link.group()));
        assertThat(page.asksFor("password-new")).as("%s", page).isTrue();
        return page;
    }
}
