package dev.twostep.it.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
