package dev.twostep.it.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.Page;
import dev.twostep.it.sms.TextLogin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A new code is shown until it was kept. */
@ServerTest
final class KeepingIT {

    @Test
    @DisplayName("B6: a reload and another language show the same code, which stands in no hidden field or attribute")
    void shownAgain(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        Page page = login.enrol(person);
        String code = BackupLogin.shown(page);
        String form = page.formActionOf("kept").toString();
        Page reloaded = login.http().open(URI.create(form.replaceFirst("session_code=[^&]*&", "")));
        assertThat(BackupLogin.shown(reloaded)).isEqualTo(code);
        Page inGujarati = login.http().open(URI.create(form.replaceFirst("session_code=[^&]*&", "") + "&kc_locale=gu"));
        assertThat(BackupLogin.shown(inGujarati)).isEqualTo(code);
        assertThat(inGujarati.text()).containsPattern("\\p{InGujarati}");
        inGujarati.html().getAllElements().forEach(element -> element.attributes()
                .forEach(attribute -> assertThat(attribute.getValue()).doesNotContain(code, code.replace("-", ""))));
        assertThat(login.keep(inGujarati).answer()).containsEntry("kc_action_status", "success");
        assertThat(realm.admin().credentials(person, "twostep-backup-code"))
                .singleElement()
                .satisfies(credential -> assertThat(credential.toString()).doesNotContain(code.substring(0, 4)));
    }

    @Test
    @DisplayName("B6, B9: without the tick nothing is active; put off, the same code is offered at the next sign-in")
    void notKept(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        Page page = login.enrol(person);
        String code = BackupLogin.shown(page);
        Page again = login.http().post(page.formActionOf("kept"), Map.of("number", "1", "keep", "true"));
        assertThat(BackupLogin.shown(again)).isEqualTo(code);
        assertThat(again.html().select("[name=kept]").attr("aria-invalid")).isEqualTo("true");
        Page end = login.press(again, "later");
        assertThat(end.isBackAtClient()).as("%s", end).isTrue();
        BackupLogin next = new BackupLogin(realm);
        Page ask = next.password(person);
        assertThat(ask.asksFor("backupCode")).as("nothing is active: %s", ask).isFalse();
        Page offered =
                next.byText().code(next.byText().password(person), next.byText().lastCode(person));
        assertThat(BackupLogin.shown(offered)).isEqualTo(code);
        assertThat(next.press(offered, "later").isBackAtClient()).isTrue();
        assertThat(next.http().start(Map.of("prompt", "none")).answer())
                .as("an application that asks silently is not disturbed")
                .containsKey("code");
        assertThat(next.keep(next.http().start(Map.of("kc_action", "twostep-backup-codes")))
                        .isBackAtClient())
                .isTrue();
    }

    @Test
    @DisplayName("B6: the download is a text file of account, number, date and code, and the page goes on after it")
    void download(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        Page page = login.enrol(person);
        Page file = login.press(page, "download");
        assertThat(file.html().wholeText()).contains(BackupLogin.shown(page), person.username(), "Twostep", "1");
        assertThat(login.keep(page).isBackAtClient()).isTrue();
    }

    @Test
    @DisplayName(
            "B6, B9: “Cancel” takes back the code and the choice to replace the others; the next one is another code, beside them")
    void cancelled(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        login.enrolWithCodes(person, 1);
        Page replacing = login.press(login.generate(person), "replace");
        assertThat(replacing.text()).contains("replaces all your other codes");
        assertThat(login.press(replacing, "cancel-aia").answer()).containsEntry("kc_action_status", "cancelled");
        Page again = login.generate(person);
        assertThat(again.text()).doesNotContain("replaces all your other codes");
        assertThat(BackupLogin.shown(again)).isNotEqualTo(BackupLogin.shown(replacing));
        assertThat(login.keep(again).isBackAtClient()).isTrue();
        BackupLogin next = new BackupLogin(realm);
        assertThat(next.password(person).text()).as("the first one still works").contains("Backup code number 1");
    }

    @Test
    @DisplayName("B2: the other codes can be kept after all, on the page that would replace them")
    void othersKept(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        login.enrolWithCodes(person, 5);
        Page replacing = login.press(login.generate(person), "replace");
        Page full = login.press(replacing, "keepOthers");
        assertThat(full.backupCode()).as("%s", full).isEmpty();
        assertThat(full.asksFor("replace")).as("%s", full).isTrue();
    }

    @Test
    @DisplayName("B4, B8: a code that was on offer when all became void does not come back; the page says what is true")
    void onOfferWhenVoided(@FreshRealm Realm realm) {
        realm.admin()
                .configureRequiredAction("twostep-add-phone", Map.of("gateways", "outbox", "resendWaitSeconds", "1"));
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        List<String> codes = login.enrolWithCodes(person, 2);
        Page open = login.press(login.generate(person), "replace");
        BackupLogin thief = new BackupLogin(realm);
        thief.enter(thief.password(person), codes.get(1));
        TextLogin text = new TextLogin(realm);
        text.http().seeingBackupCodes();
        Page code = Awaitility.await().until(() -> text.password(person), page -> page.asksFor("code"));
        Page renewed = text.code(code, text.lastCode(person));
        assertThat(BackupLogin.shown(renewed)).isNotEqualTo(BackupLogin.shown(open));
        assertThat(renewed.text()).contains("Your earlier codes no longer work").doesNotContain("still work");
    }

    @Test
    @DisplayName(
            "K4: the event of a sign-in says which code it used, and how many are left, whatever page comes between")
    void events(Realm realm) {
        Person person = realm.newPerson();
        List<String> codes = new BackupLogin(realm).enrolWithCodes(person, 2);
        assertThat(realm.admin().events(person, "LOGIN"))
                .as("making codes is no sign-in with one")
                .noneMatch(event -> event.path("details").has("twostep_code"))
                .noneMatch(KeepingIT::byBackupCode);
        assertThat(realm.admin().events(person, "UPDATE_CREDENTIAL"))
                .filteredOn(KeepingIT::byBackupCode)
                .extracting(event -> event.at("/details/twostep_code").asText())
                .containsExactlyInAnyOrder("1", "2");
        for (int number = 1; number <= 2; number++) {
            BackupLogin next = new BackupLogin(realm);
            Page told = next.enter(next.password(person), codes.get(number - 1));
            assertThat(next.leave(told).isBackAtClient()).isTrue();
            JsonNode details = realm.admin().events(person, "LOGIN").get(0).path("details");
            assertThat(details.path("credential_type").asText()).isEqualTo("twostep-backup-code");
            assertThat(details.path("twostep_code").asText()).isEqualTo(String.valueOf(number));
            assertThat(details.path("twostep_left").asText()).isEqualTo(String.valueOf(2 - number));
        }
    }

    @Test
    @DisplayName("K4: a sign-in by text that ends on the page of a backup code is one by text")
    void eventByText(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin first = new BackupLogin(realm);
        first.press(first.enrol(person), "later");
        BackupLogin next = new BackupLogin(realm);
        Page offered =
                next.byText().code(next.byText().password(person), next.byText().lastCode(person));
        assertThat(next.press(offered, "later").isBackAtClient()).isTrue();
        JsonNode details = realm.admin().events(person, "LOGIN").get(0).path("details");
        assertThat(details.path("credential_type").asText()).isEqualTo("twostep-sms");
        assertThat(details.has("twostep_code")).isFalse();
    }

    @Test
    @DisplayName("L6: a number proven a moment ago is not asked for again in the same session")
    void provenJustNow(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        login.enrolWithCodes(person, 1);
        Page more = login.http().start(Map.of("kc_action", "twostep-backup-codes"));
        assertThat(more.backupCode()).as("%s", more).isPresent();
        Page silent = login.http().start(Map.of("prompt", "none", "acr_values", "2"));
        assertThat(login.byText().tokens(silent).idToken().path("acr").asText()).isEqualTo("2");
    }

    private static boolean byBackupCode(JsonNode event) {
        return event.at("/details/credential_type").asText().equals("twostep-backup-code");
    }

    @Test
    @DisplayName("B6: “make this my only code” in one tab does not replace the codes by what another tab confirms")
    void replacedInAnotherTab(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        login.enrolWithCodes(person, 2);
        Page here = login.generate(person);
        Page there = login.generate(person);
        assertThat(BackupLogin.shown(there)).isEqualTo(BackupLogin.shown(here));
        login.press(there, "replace");

        Page again = login.keep(here);

        assertThat(BackupLogin.shown(again)).isEqualTo(BackupLogin.shown(here));
        assertThat(again.text()).contains("has changed since you opened it", "it replaces all your other codes");
        assertThat(active(realm, person)).isEqualTo(2);
        assertThat(login.keep(again).isBackAtClient()).isTrue();
        assertThat(active(realm, person)).isEqualTo(1);
    }

    private static int active(Realm realm, Person person) {
        String shown = realm.admin()
                .credentials(person, "twostep-backup-code")
                .get(0)
                .path("credentialData")
                .asText();
        return Json.read(shown).path("active").asInt();
    }

    @Test
    @DisplayName("B2: replacing all of five leaves them good until the new one was kept")
    void replaceAll(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        List<String> codes = login.enrolWithCodes(person, 5);
        Page shown = login.press(login.generate(person), "replace");
        BackupLogin early = new BackupLogin(realm);
        assertThat(early.leave(early.enter(early.password(person), codes.get(0)))
                        .isBackAtClient())
                .isTrue();
        Page kept = login.keep(shown);
        assertThat(kept.isBackAtClient()).as("%s", kept).isTrue();
        BackupLogin late = new BackupLogin(realm);
        Page refused = late.enter(late.password(person), codes.get(1));
        assertThat(refused.text()).contains("Backup code number 6");
        assertThat(late.leave(late.enter(refused, BackupLogin.shown(shown))).isBackAtClient())
                .isTrue();
    }
}
