package dev.twostep.it.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Totp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An impersonated session may not enrol, reveal or generate anything. */
@ServerTest
final class ImpersonationIT {

    private static final String IDENTITY = "KEYCLOAK_IDENTITY";
    private static final String SESSION = "KEYCLOAK_SESSION";

    @Test
    @DisplayName("An impersonated sign-in chooses no factor, with the cookie of its session or without")
    void chooser(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-setup", Map.of("enforce", "true"));
        Person person = realm.newPerson();
        HttpLogin admin = impersonating(realm, person);
        Page choose = admin.start();
        assertThat(choose.asksFor("factor")).as("%s", choose).isTrue();
        Page refused = admin.submit(choose, Map.of("factor", "twostep-add-phone"));
        assertThat(refused.text()).contains("on someone else’s behalf");
        admin.forgetCookies(IDENTITY, SESSION);
        for (String factor : List.of("twostep-add-phone", "CONFIGURE_TOTP")) {
            refused = admin.submit(refused, Map.of("factor", factor));
            assertThat(refused.text()).as("%s", refused).contains("on someone else’s behalf");
        }
        assertThat(realm.admin().credentials(person)).hasSize(1);
    }

    @Test
    @DisplayName("Nor does an action that is pending for the user let it enrol")
    void pending(@FreshRealm Realm realm) {
        Person person = realm.newPerson();
        realm.admin()
                .changeUser(person, user -> user.putArray("requiredActions").add("CONFIGURE_TOTP"));
        HttpLogin admin = impersonating(realm, person);
        Page setUp = admin.start();
        assertThat(setUp.asksFor("totp")).as("%s", setUp).isTrue();
        admin.forgetCookies(IDENTITY, SESSION);
        Totp app = new Totp(setUp.html().select("[name=totpSecret]").attr("value"));
        Page end = admin.submit(setUp, Map.of("totp", app.code(), "userLabel", "app"));
        assertThat(end.isBackAtClient()).as("%s", end).isFalse();
        assertThat(realm.admin().credentials(person, "otp")).isEmpty();
    }

    private static HttpLogin impersonating(Realm realm, Person person) {
        HttpLogin browser = new HttpLogin(realm.demoWeb()).seeingBackupCodes();
        browser.takeCookies(realm.admin().impersonate(person));
        return browser;
    }
}
