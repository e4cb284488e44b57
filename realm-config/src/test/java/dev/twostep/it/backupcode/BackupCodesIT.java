package dev.twostep.it.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.Page;
import dev.twostep.it.sms.TextLogin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ServerTest
final class BackupCodesIT {

    @Test
    @DisplayName("B1, B6: turning on 2FA shows one code by itself, which is active once the user says to have kept it")
    void first(Realm realm) {
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        Page page = login.enrol(person);
        assertThat(BackupLogin.shown(page))
                .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}");
        Page end = login.keep(page);
        assertThat(end.answer()).as("%s", end).containsEntry("kc_action_status", "success");

        BackupLogin next = new BackupLogin(realm);
        Page ask = next.password(person);
        assertThat(ask.text()).contains("Backup code number 1");
        Page told =
                next.enter(ask, BackupLogin.shown(page).toLowerCase(Locale.ROOT).replace("-", " "));
        assertThat(told.backupCode())
                .as("B8: it was the last one, so the next is shown at once: %s", told)
                .isPresent();
        assertThat(next.keep(told).isBackAtClient()).isTrue();
    }

    @Test
    @DisplayName("The whole story over HTTP: five codes, the sixth refused, used in order, one out of order voids all")
    void story(@FreshRealm Realm realm) {
        realm.admin()
                .configureRequiredAction("twostep-add-phone", Map.of("gateways", "outbox", "resendWaitSeconds", "1"));
        Person person = realm.newPerson();
        BackupLogin login = new BackupLogin(realm);
        List<String> codes = login.enrolWithCodes(person, 5);
        assertThat(codes).doesNotHaveDuplicates();
        Page full = login.generate(person);
        assertThat(full.backupCode()).as("B2: %s", full).isEmpty();
        assertThat(full.asksFor("replace")).isTrue();

        for (int number = 1; number <= 2; number++) {
            BackupLogin next = new BackupLogin(realm);
            Page ask = next.password(person);
            assertThat(ask.text()).contains("Backup code number " + number);
            Page told = next.enter(ask, codes.get(number - 1));
            assertThat(told.asksFor("done")).as("B8: %s", told).isTrue();
            assertThat(next.press(told, "done").isBackAtClient()).isTrue();
        }
        BackupLogin wrong = new BackupLogin(realm);
        Page refused = wrong.enter(wrong.password(person), codes.get(3));
        assertThat(refused.isBackAtClient()).isFalse();
        assertThat(refused.asksFor("backupCode")).as("B4: %s", refused).isFalse();
        assertThat(wrong.password(person).asksFor("backupCode"))
                .as("the next one is inactive, too")
                .isFalse();

        TextLogin text = new TextLogin(realm);
        text.http().seeingBackupCodes();
        Page code = Awaitility.await().until(() -> text.password(person), page -> page.asksFor("code"));
        Page renewed = text.code(code, text.lastCode(person));
        assertThat(renewed.backupCode()).as("B8: %s", renewed).isPresent();
        assertThat(renewed.html().select("[name=number]").attr("value"))
                .as("numbers go on")
                .isEqualTo("6");
        assertThat(text.http()
                        .post(renewed.formActionOf("kept"), renewed.keepingBackupCode())
                        .isBackAtClient())
                .isTrue();
        BackupLogin again = new BackupLogin(realm);
        Page told = again.enter(again.password(person), BackupLogin.shown(renewed));
        assertThat(again.leave(told).isBackAtClient()).isTrue();
    }
}
