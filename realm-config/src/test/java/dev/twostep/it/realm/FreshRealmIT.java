package dev.twostep.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shipped JSON makes a working realm under any name. */
@ServerTest
final class FreshRealmIT {

    @Test
    @DisplayName("K1: the realm JSON can be imported under another name")
    void signsIn(@FreshRealm Realm realm) {
        Person person = realm.newPerson();
        HttpLogin login = new HttpLogin(realm.demoWeb());

        Page end = login.submit(login.start(), person.login());

        assertThat(end.isBackAtClient()).isTrue();
    }

    @Test
    @DisplayName("Credentials can be deleted in the account console")
    void deleteCredentialIsOn(Realm realm) {
        assertThat(realm.admin()
                        .requiredAction("delete_credential")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }
}
