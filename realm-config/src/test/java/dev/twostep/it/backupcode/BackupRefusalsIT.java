package dev.twostep.it.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.mail.Mail;
import dev.twostep.it.mail.Mailbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to codes that are not the next one. */
@ServerTest
final class BackupRefusalsIT {

    private static final Pattern LINK = Pattern.compile("http\\S+/action-token\\?\\S+");
    private static final String UNKNOWN = "0000-0000-00000";

    @Test
    @DisplayName("B4: an active code out of order is refused, all become inactive, with a mail and an event")
    void outOfOrder(@FreshRealm Realm realm, Mailbox mailbox) {
        mailbox.serve(realm);
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        List<String> codes = login.enrolWithCodes(person, 3);
        BackupLogin other = new BackupLogin(realm);
        Page refused = other.enter(other.password(person), codes.get(1));
        assertThat(refused.asksFor("backupCode")).as("%s", refused).isFalse();
        Mail mail = mailbox.await(person, 1);
        assertThat(mail.subject()).contains("Twostep").contains("backup codes");
        assertThat(mail.text()).contains(realm.name()).contains("/twostep/help/backup-code-error");
        assertThat(mail.text() + mail.html()).doesNotContain(codes);
        assertThat(errors(realm, person)).contains("twostep_backup_codes_voided");
        assertThat(realm.admin()
                        .credentials(person, "twostep-backup-code")
                        .get(0)
                        .path("credentialData")
                        .asText())
                .contains("\"active\":0");
    }

    @Test
    @DisplayName("B4: where the policy says so, a later code is accepted and the earlier ones become inactive")
    void accepted(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-backup-codes", Map.of("outOfOrder", "accept"));
        Person person = realm.newPerson();
        List<String> codes = new BackupLogin(realm).enrolWithCodes(person, 3);
        BackupLogin login = new BackupLogin(realm);
        Page told = login.enter(login.password(person), codes.get(1));
        assertThat(login.leave(told).isBackAtClient()).as("%s", told).isTrue();
        BackupLogin next = new BackupLogin(realm);
        Page ask = next.password(person);
        assertThat(ask.text()).contains("Backup code number 3");
        assertThat(next.enter(ask, codes.get(0)).asksFor("backupCode")).isTrue();
        assertThat(errors(realm, person)).contains("twostep_backup_code_inactive");
    }

    @Test
    @DisplayName("B5: a used code is told apart, counts as wrong, and leaves the others alone")
    void used(Realm realm) {
        Person person = realm.newPerson();
        List<String> codes = new BackupLogin(realm).enrolWithCodes(person, 2);
        BackupLogin login = new BackupLogin(realm);
        login.leave(login.enter(login.password(person), codes.get(0)));
        BackupLogin again = new BackupLogin(realm);
        Page page = again.enter(again.password(person), codes.get(0));
        assertThat(page.text()).contains("already used this code, number 1");
        awaitFailures(realm, person, 1);
        assertThat(again.leave(again.enter(page, codes.get(1))).isBackAtClient())
                .isTrue();
        assertThat(errors(realm, person)).contains("twostep_backup_code_used_before");
    }

    @Test
    @DisplayName("K4: five wrong backup codes lock the account; nothing typed is no guess")
    void locks(Realm realm) {
        Person person = realm.newPerson();
        String code = new BackupLogin(realm).enrolWithCodes(person, 1).get(0);
        BackupLogin login = new BackupLogin(realm);
        Page page = login.enter(login.password(person), " ");
        for (int i = 1; i <= 5; i++) {
            page = login.enter(page, UNKNOWN);
            awaitFailures(realm, person, i);
        }
        Awaitility.await()
                .until(() -> realm.admin().bruteForce(person).path("disabled").asBoolean());
        assertThat(login.enter(page, code).isBackAtClient()).isFalse();
        assertThat(new BackupLogin(realm).byText().password(person).asksFor("password"))
                .isTrue();
    }

    @Test
    @DisplayName("wrong codes over the realm's limit are not compared any more, the right one included")
    void limited(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-backup-codes", Map.of("wrongCodesPerUserAndHour", "2"));
        Person person = realm.newPerson();
        String code = new BackupLogin(realm).enrolWithCodes(person, 1).get(0);
        BackupLogin login = new BackupLogin(realm);
        Page page = login.password(person);
        for (int i = 1; i <= 2; i++) {
            page = login.enter(page, UNKNOWN);
            awaitFailures(realm, person, i);
        }
        Page limited = login.enter(page, code);
        assertThat(limited.isBackAtClient()).as("%s", limited).isFalse();
        assertThat(errors(realm, person)).contains("twostep_limited");
    }

    @Test
    @DisplayName("B7: the direct grant accepts no backup code, not even where its step was put into such a flow")
    void directGrant(@FreshRealm Realm realm) {
        Person person = realm.newPerson();
        String code = new BackupLogin(realm).enrolWithCodes(person, 1).get(0);
        realm.admin().changeClient("demo-web", client -> client.put("directAccessGrantsEnabled", true));
        assertThat(grant(realm, person, code)).contains("invalid_grant");
        String flow = "/authentication/flows/twostep%20direct%20grant/executions";
        realm.admin().get(flow).forEach(execution -> realm.admin()
                .delete("/authentication/executions/" + execution.path("id").asText()));
        for (String step :
                List.of("direct-grant-validate-username", "direct-grant-validate-password", "twostep-backup-code")) {
            realm.admin().post(flow + "/execution", json("provider", step));
        }
        realm.admin().get(flow).forEach(execution -> realm.admin()
                .put(flow, ((ObjectNode) execution).put("requirement", "REQUIRED")));
        assertThat(grant(realm, person, person.password())).contains("invalid_grant");
        assertThat(errors(realm, person)).contains("twostep_needs_a_page");
    }

    @Test
    @DisplayName("Codes die for good with the factor under which they were made")
    void dieWithTheFactor(Realm realm) {
        Person person = realm.newPerson();
        List<String> codes = new BackupLogin(realm).enrolWithCodes(person, 2);
        BackupLogin open = new BackupLogin(realm);
        Page ask = open.password(person);
        realm.admin().deleteCredential(person, phone(realm, person));
        assertThat(open.enter(ask, codes.get(0)).isBackAtClient()).isFalse();
        Person moved =
                new Person(person.id(), person.username(), person.password(), person.email(), Person.nextPhone());
        BackupLogin anew = new BackupLogin(realm);
        Page renewed = anew.enrol(moved);
        assertThat(renewed.html().select("[name=number]").attr("value")).isEqualTo("1");
        anew.keep(renewed);
        BackupLogin login = new BackupLogin(realm);
        Page refused = login.enter(login.password(person), codes.get(0));
        assertThat(refused.isBackAtClient()).as("%s", refused).isFalse();
    }

    @Test
    @DisplayName(
            "Codes of a deleted phone do not revive with the number that a page from before adds under the same id")
    void doNotRevive(Realm realm) {
        Person person = realm.newPerson();
        List<String> codes = new BackupLogin(realm).enrolWithCodes(person, 2);
        String id = phone(realm, person);
        BackupLogin open = new BackupLogin(realm);
        Page factor = open.byText().password(person, Map.of("kc_action", "twostep-add-phone"));
        Page number = open.byText().code(factor, open.byText().lastCode(person));
        realm.admin().deleteCredential(person, id);
        String next = Person.nextPhone();
        Page prove = open.byText().enterNumber(number, next);

        Page shown = open.byText().code(prove, realm.outbox().await(next, 1).code());

        assertThat(phone(realm, person)).isEqualTo(id);
        assertThat(open.keep(shown).isBackAtClient()).isTrue();
        BackupLogin login = new BackupLogin(realm);
        Page refused = login.enter(login.password(person), codes.get(0));
        assertThat(refused.text()).contains("no longer works");
        assertThat(login.leave(login.enter(refused, BackupLogin.shown(shown))).isBackAtClient())
                .isTrue();
    }

    private static String phone(Realm realm, Person person) {
        return realm.admin()
                .credentials(person, "twostep-sms")
                .get(0)
                .path("id")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PASSWORD", "twostep-backup-codes"})
    @DisplayName("Attack 33: a link from a mail, which shows no factor, ends without a backup code")
    void mailedLink(String action, @FreshRealm Realm realm, Mailbox mailbox) {
        mailbox.serve(realm);
        Person person = realm.newPerson();
        BackupLogin owner = new BackupLogin(realm);
        owner.press(owner.enrol(person), "later");
        realm.admin()
                .put(
                        "/users/" + person.id() + "/execute-actions-email",
                        JsonNodeFactory.instance.arrayNode().add(action));
        Matcher link = LINK.matcher(mailbox.await(person, 1).text());
        assertThat(link.find()).isTrue();
        HttpLogin thief = new HttpLogin(realm.demoWeb()).seeingBackupCodes();
        Page page = thief.open(URI.create(link.group()));
        Element proceed = page.html().selectFirst("a[href*=action-token]");
        if (proceed != null) {
            page = thief.open(URI.create(proceed.absUrl("href")));
        }
        assertThat(page.backupCode()).as("%s", page).isEmpty();
        if (page.asksFor("password-new")) {
            page = thief.submit(page, Map.of("password-new", "a new one 123", "password-confirm", "a new one 123"));
        }
        assertThat(page.backupCode()).as("%s", page).isEmpty();
        assertThat(page.html().selectFirst("#twostep-backup-code")).isNull();
    }

    @Test
    @DisplayName("Attack 33: a sign-in left open on the password alone gets no code for a factor set up elsewhere")
    void leftOpen(Realm realm) {
        Person person = realm.newPerson();
        HttpLogin open = new HttpLogin(realm.demoWeb()).seeingBackupCodes();
        Page newPassword = open.submit(open.start(Map.of("kc_action", "UPDATE_PASSWORD")), person.login());
        assertThat(newPassword.asksFor("password-new")).as("%s", newPassword).isTrue();
        BackupLogin owner = new BackupLogin(realm);
        owner.press(owner.enrol(person), "later");
        String password = person.password();
        Page end = open.submit(newPassword, Map.of("password-new", password, "password-confirm", password));
        assertThat(end.backupCode()).as("%s", end).isEmpty();
        Page asked = open.start(Map.of("kc_action", "twostep-backup-codes"));
        assertThat(asked.backupCode()).as("%s", asked).isEmpty();
    }

    private static String grant(Realm realm, Person person, String password) {
        return realm.demoWeb()
                .token(Map.of("grant_type", "password", "username", person.username(), "password", password))
                .body();
    }

    private static ObjectNode json(String key, String value) {
        return JsonNodeFactory.instance.objectNode().put(key, value);
    }

    private static List<String> errors(Realm realm, Person person) {
        return realm.admin().events(person).stream()
                .map(event -> event.path("error").asText())
                .toList();
    }

    private static void awaitFailures(Realm realm, Person person, int howMany) {
        Awaitility.await()
                .until(() ->
                        realm.admin().bruteForce(person).path("numFailures").asInt() >= howMany);
    }
}
