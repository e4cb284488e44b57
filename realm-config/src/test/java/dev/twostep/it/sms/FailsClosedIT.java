package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.Page;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is missing or broken lets nobody in, and shows a way on. */
@ServerTest
final class FailsClosedIT {

    @Test
    @DisplayName("A number that cannot be read: nothing is sent or accepted, the page says so and links to help")
    void unreadableCredential(Realm realm) {
        Person person = realm.newPerson();
        plant(realm, person, "{\"number\":\"not.a.sealed-number\"}");
        Page page = new TextLogin(realm).password(person);
        assertThat(page.isBackAtClient()).isFalse();
        assertThat(page.asksFor("code")).as("%s", page).isFalse();
        assertThat(page.html().select("a[href*=twostep/help]")).as("%s", page).isNotEmpty();
        assertThat(realm.admin()
                        .events(person, "LOGIN_ERROR")
                        .get(0)
                        .path("error")
                        .asText())
                .isEqualTo("twostep_unreadable_credential");
    }

    @Test
    @DisplayName("A credential that is not even JSON")
    void brokenCredential(Realm realm) {
        Person person = realm.newPerson();
        plant(realm, person, "{}");
        Page page = new TextLogin(realm).password(person);
        assertThat(page.isBackAtClient()).isFalse();
        assertThat(page.asksFor("code")).as("%s", page).isFalse();
    }

    @Test
    @DisplayName("A gateway that is gone: nothing is sent, the page says what to do instead")
    void deletedGateway(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-add-phone", Map.of("gateways", "outbox"));
        Person person = SmsSignInIT.enrolled(realm);
        realm.admin().changeRequiredAction("twostep-add-phone", action -> ((ObjectNode) action.path("config"))
                .put("gateways", "pigeon"));
        TextLogin login = new TextLogin(realm);
        Page page = login.password(person);
        assertThat(page.isBackAtClient()).isFalse();
        assertThat(page.html().select("a[href*=twostep/help]")).as("%s", page).isNotEmpty();
    }

    @Test
    @DisplayName("A user without a number is not offered a text message, and none is sent")
    void noNumber(Realm realm) {
        Person person = realm.newPerson();
        assertThat(new TextLogin(realm).password(person).isBackAtClient()).isTrue();
        assertThat(realm.outbox().messagesTo(person.phone())).isEmpty();
    }

    private static void plant(Realm realm, Person person, String secretData) {
        realm.admin().changeUser(person, user -> {
            ObjectNode number = JsonNodeFactory.instance.objectNode();
            number.put("type", "twostep-sms");
            number.put("userLabel", "phone");
            number.put("credentialData", "{}");
            number.put("secretData", secretData);
            ArrayNode credentials = user.putArray("credentials");
            credentials.add(number);
        });
    }
}
