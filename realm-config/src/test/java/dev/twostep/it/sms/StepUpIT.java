package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No client gets anything for the password alone of a user with a second factor, whatever it asks for. */
@ServerTest
final class StepUpIT {

    private static final String INSISTING_ON_3 = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"3\"]}}}";

    @ParameterizedTest
    @ValueSource(strings = {"", "acr_values=1", "acr_values=0", "acr_values=2", "prompt=login", "max_age=0"})
    @DisplayName("Attack 33, K4: every request of a client asks for the second factor")
    void everyRequest(String parameter, Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        Map<String, String> parameters = parameter.isEmpty()
                ? Map.of()
                : Map.of(parameter.split("=", -1)[0], parameter.split("=", -1)[1]);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person, parameters);
        assertThat(code.asksFor("code")).as("%s", code).isTrue();
        Page end = login.code(code, login.lastCode(person));
        assertThat(login.tokens(end).idToken().path("acr").asText()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "99"})
    @DisplayName("A client that wishes for a level that there is not gets what there is, with a factor and without")
    void levelOutOfReach(String level, Realm realm) {
        Map<String, String> wish = Map.of("acr_values", level);
        TextLogin without = new TextLogin(realm);
        Page end = without.password(realm.newPerson(), wish);
        assertThat(without.tokens(end).idToken().path("acr").asText()).isEqualTo("1");
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person, wish);
        assertThat(code.asksFor("code")).as("%s", code).isTrue();
        Page signedIn = login.code(code, login.lastCode(person));
        assertThat(login.tokens(signedIn).idToken().path("acr").asText()).isEqualTo("2");
    }

    @Test
    @DisplayName("A client that insists on such a level gets an error, as in Keycloak itself")
    void levelInsistedOn(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        Page code = login.password(person, Map.of("claims", INSISTING_ON_3));
        Page end = login.code(code, login.lastCode(person));
        assertThat(end.isBackAtClient() && end.answer().containsKey("code"))
                .as("%s", end)
                .isFalse();
    }

    @Test
    @DisplayName("A client with default.acr.values, and one that asks for less by default, ask for the second factor")
    void defaultAcrValues(@FreshRealm Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        for (String level : new String[] {"2", "1"}) {
            realm.admin().changeClient("demo-web", client -> ((ObjectNode) client.path("attributes"))
                    .put("default.acr.values", level));
            assertThat(new TextLogin(realm).password(person).isBackAtClient())
                    .as(level)
                    .isFalse();
        }
    }

    @Test
    @DisplayName("prompt=login in a session that has both levels asks for both again")
    void promptLogin(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        login.code(login.password(person), login.lastCode(person));
        HttpLogin http = login.http();
        assertThat(http.start().isBackAtClient()).as("single sign-on").isTrue();
        Page password = http.start(Map.of("prompt", "login", "acr_values", "1"));
        assertThat(password.asksFor("password")).as("%s", password).isTrue();
        Page next = http.submit(password, Map.of("password", person.password()));
        assertThat(next.isBackAtClient()).as("%s", next).isFalse();
    }

    @Test
    @DisplayName("Back button, restart and a second tab after the password lead to the second factor again")
    void backRestartSecondTab(Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        TextLogin login = new TextLogin(realm);
        HttpLogin http = login.http();
        Page passwordPage = http.start();
        Page code = http.submit(passwordPage, person.login());
        assertThat(http.submit(passwordPage, person.login()).isBackAtClient()).isFalse();
        assertThat(http.open(passwordPage.uri()).isBackAtClient()).isFalse();
        assertThat(http.start().isBackAtClient()).isFalse();
        assertThat(http.start(Map.of("acr_values", "1")).isBackAtClient()).isFalse();
        assertThat(http.start(Map.of("prompt", "none")).answer()).containsEntry("error", "login_required");
        Page restarted = http.submit(http.start(), person.login());
        assertThat(restarted.isBackAtClient()).as("%s", restarted).isFalse();
        assertThat(code.asksFor("code")).isTrue();
    }

    @Test
    @DisplayName("A session that is older than the factor opens no further client without it")
    void olderSession(Realm realm) {
        Person person = realm.newPerson();
        TextLogin before = new TextLogin(realm);
        assertThat(before.password(person).isBackAtClient()).isTrue();
        assertThat(before.http().start().isBackAtClient()).as("single sign-on").isTrue();
        new TextLogin(realm).enrol(person);
        assertThat(before.http().start(Map.of("prompt", "none")).answer()).containsKey("error");
        Page factor = before.http().start(Map.of("acr_values", "1"));
        assertThat(factor.asksFor("code")).as("%s", factor).isTrue();
        assertThat(before.code(factor, realm.outbox().await(person.phone(), 2).code())
                        .isBackAtClient())
                .isTrue();
        assertThat(before.http().start().isBackAtClient())
                .as("single sign-on again")
                .isTrue();
    }

    @Test
    @DisplayName("A flow whose second factors were taken out ends with an error, not with a sign-in")
    void noFactorInTheFlow(@FreshRealm Realm realm) {
        Person person = SmsSignInIT.enrolled(realm);
        realm.admin()
                .get("/authentication/flows/twostep%20level%202/executions")
                .forEach(execution -> {
                    if (execution.path("providerId").asText().equals("twostep-sms")) {
                        realm.admin()
                                .put(
                                        "/authentication/flows/twostep%20level%202/executions",
                                        ((ObjectNode) execution).put("requirement", "DISABLED"));
                    }
                });
        assertThat(new TextLogin(realm).password(person).isBackAtClient()).isFalse();
    }

    @Test
    @DisplayName(
            "Somebody without a factor who signs in instead, in the same tab, is asked for no more than the client asks")
    void somebodyElseInTheSameTab(Realm realm) {
        Person withFactor = SmsSignInIT.enrolled(realm);
        Person without = realm.newPerson();
        TextLogin login = new TextLogin(realm);
        Page password = login.http().start();
        Page code = login.http().submit(password, withFactor.login());
        Element restart = code.html().selectFirst("#reset-login");
        assertThat(restart).as("%s", code).isNotNull();
        String address = restart.attr("onclick").replaceAll("^location.href='|'$", "");
        Page again = login.http().open(code.uri().resolve(address));
        Page end = login.http().submit(again, without.login());
        assertThat(login.tokens(end).idToken().path("acr").asText()).isEqualTo("1");
    }

    @Test
    @DisplayName("A user without a second factor needs the password only")
    void withoutFactor(Realm realm) {
        TextLogin login = new TextLogin(realm);
        Page end = login.password(realm.newPerson());
        assertThat(login.tokens(end).idToken().path("acr").asText()).isEqualTo("1");
    }

    @Test
    @DisplayName(
            "Attack 33: the direct grant refuses the right password of a user with a factor as it refuses a wrong one")
    void directGrant(@FreshRealm Realm realm) {
        realm.admin().changeClient("demo-web", client -> client.put("directAccessGrantsEnabled", true));
        Person plain = realm.newPerson();
        Person person = SmsSignInIT.enrolled(realm);
        assertThat(grant(realm, plain, plain.password()).statusCode()).isEqualTo(200);
        HttpResponse<String> right = grant(realm, person, person.password());
        HttpResponse<String> wrong = grant(realm, person, "not-" + person.password());
        assertThat(right.statusCode()).isEqualTo(wrong.statusCode()).isNotEqualTo(200);
        assertThat(right.body()).isEqualTo(wrong.body());
    }

    @Test
    @DisplayName("Where the realm enforces it, a user without a factor sets one up before the sign-in ends")
    void enforced(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction("twostep-setup", Map.of("enforce", "true"));
        Person person = realm.newPerson();
        TextLogin login = new TextLogin(realm);
        Page choose = login.password(person);
        assertThat(choose.html().select("[name=factor]")).as("%s", choose).hasSizeGreaterThan(1);
        Page number = login.http().submit(choose, Map.of("factor", "twostep-add-phone"));
        assertThat(number.asksFor("number")).as("%s", number).isTrue();
        assertThat(login.http().start().isBackAtClient()).as("no way round").isFalse();
        Page code = login.enterNumber(number, person.phone());
        assertThat(login.code(code, login.lastCode(person)).isBackAtClient()).isTrue();
    }

    private static HttpResponse<String> grant(Realm realm, Person person, String password) {
        return realm.demoWeb()
                .token(Map.of("grant_type", "password", "username", person.username(), "password", password));
    }
}
