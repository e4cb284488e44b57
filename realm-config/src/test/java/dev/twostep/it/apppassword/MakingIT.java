package dev.twostep.it.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.TwoNodes;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A1: how a temporary password is made and shown. */
@ServerTest
final class MakingIT {

    private static final String TYPE = "twostep-app-password";

    @Test
    @DisplayName(
            "A1: shown until done, the same one when the page is loaded again or the form is sent twice; then never again")
    void shownOnce(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        Page form = maker.ask();
        Page shown = maker.create(form, Map.of("name", "Thunderbird on my laptop"));
        String password = AppPasswordMaker.shown(shown);
        assertThat(shown.html().html()).as("only where it is read").doesNotContain(password.replace("-", ""));
        assertThat(AppPasswordMaker.shown(maker.http().open(reload(shown)))).isEqualTo(password);
        MailApp.demo(realm).tokens(maker.person().username(), password);
        Page end = maker.press(shown, "done");
        assertThat(end.answer()).containsEntry("kc_action_status", "success");
        assertThat(maker.ask().html().getElementById(TYPE)).isNull();
        assertThat(realm.admin().credentials(maker.person(), TYPE)).hasSize(1);
        assertThat(realm.admin()
                        .events(maker.person(), "UPDATE_CREDENTIAL")
                        .get(0)
                        .at("/details/credential_type"))
                .hasToString("\"" + TYPE + "\"");
        assertThat(realm.admin().events(maker.person(), "LOGIN"))
                .filteredOn(
                        event -> event.at("/details/credential_type").asText().equals(TYPE))
                .as("K4: using one is a sign-in with it, making one is none")
                .hasSize(1);
    }

    @Test
    @DisplayName("A1: a name is needed, once; the lifetime and the app are of those offered; what was typed is kept")
    void badInput(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        maker.make("mail");
        Page form = maker.ask();
        form = refused(maker, form, Map.of("name", "  "), "name");
        form = refused(maker, form, Map.of("name", "MAIL"), "name");
        form = refused(maker, form, Map.of("name", "x".repeat(65)), "name");
        form = refused(maker, form, Map.of("name", "calendar", "lifetime", "600000"), "lifetime");
        form = refused(maker, form, Map.of("name", "calendar", "app", "demo-web"), "app");
        assertThat(form.html().select("[name=name]").attr("value")).isEqualTo("calendar");
        Page shown = maker.create(form, Map.of("name", "<b>calendar</b>", "lifetime", "43200", "app", "demo-mail"));
        assertThat(shown.html().select("b")).isEmpty();
        AppPasswordMaker.shown(shown);
    }

    @Test
    @DisplayName("A1: chosen for an app, it works nowhere else")
    void chosenApp(@FreshRealm Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        MailApp other = MailApp.another(realm, "other-app");
        Page form = maker.ask();
        assertThat(form.html().select("[name=app] option"))
                .extracting(option -> option.attr("value"))
                .containsExactly("", "other-app", "demo-mail");
        String password = AppPasswordMaker.shown(maker.create(form, Map.of("name", "mail", "app", "demo-mail")));
        assertThat(other.grant(maker.person().username(), password).statusCode())
                .isEqualTo(400);
        MailApp.demo(realm).tokens(maker.person().username(), password);
    }

    @Test
    @DisplayName("A1: the realm's longest lifetime bounds the choice")
    void longest(@FreshRealm Realm realm) {
        realm.admin().configureRequiredAction(TYPE, Map.of("longestLifetimeHours", "24"));
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        assertThat(maker.ask().html().select("[name=lifetime] option"))
                .extracting(option -> option.attr("value"))
                .containsExactly("60", "480", "1440");
    }

    @Test
    @DisplayName(
            "L6: making one asks for the second factor, in a session that has shown none since, and whatever level is asked for")
    void stepsUp(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.withoutFactor(realm);
        Person person = maker.person();
        assertThat(maker.login().password(person).isBackAtClient()).isTrue();
        AppPasswordMaker.enrol(realm, person);
        Page factor = maker.http().start(Map.of("kc_action", TYPE, "acr_values", "1"));
        assertThat(factor.asksFor("code")).as("%s", factor).isTrue();
        assertThat(factor.asksFor("lifetime")).isFalse();
    }

    @Test
    @DisplayName("A3: without a second factor there is nothing to make, and the page says why")
    void withoutFactor(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.withoutFactor(realm);
        Page page = maker.ask();
        assertThat(page.asksFor("name")).as("%s", page).isFalse();
        assertThat(page.asksFor("setup")).isTrue();
        Page choose = maker.press(page, "setup");
        assertThat(choose.asksFor("factor")).as("%s", choose).isTrue();
    }

    @Test
    @DisplayName(
            "Attack 33: a page left open before the factor came up elsewhere makes nothing, and ends in no error of the server's")
    void leftOpen(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.withoutFactor(realm);
        Page open = maker.ask();
        AppPasswordMaker.enrol(realm, maker.person());
        Page page = maker.http()
                .post(open.formActionOf("setup"), Map.of("create", "true", "name", "mail", "lifetime", "60"));
        assertThat(page.status()).as("%s", page).isLessThan(500);
        assertThat(page.html().getElementById(TYPE)).isNull();
        assertThat(realm.admin().credentials(maker.person(), TYPE)).isEmpty();
    }

    @Test
    @DisplayName("A1: all can be ended at once, after a question")
    void endAll(Realm realm) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        String mail = maker.make("mail");
        maker.make("calendar");
        Page question = maker.press(maker.ask(), "endAll");
        MailApp.demo(realm).tokens(maker.person().username(), mail);
        Page kept = maker.press(question, "back");
        assertThat(kept.asksFor("name")).isTrue();
        Page ended = maker.press(maker.press(kept, "endAll"), "endAllConfirmed");
        assertThat(realm.admin().credentials(maker.person(), TYPE)).isEmpty();
        assertThat(MailApp.demo(realm).grant(maker.person().username(), mail).statusCode())
                .isEqualTo(400);
        assertThat(maker.press(ended, "done").isBackAtClient()).isTrue();
    }

    @Test
    @DisplayName("A1: 25 at the most, from as many browsers at once; two of a name never")
    void most(@FreshRealm TwoNodes nodes) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(nodes.first());
        Page form = maker.ask();
        for (int i = 1; i <= 23; i++) {
            Page shown = maker.create(form, Map.of("name", "app " + i));
            AppPasswordMaker.shown(shown);
            form = maker.press(shown, "another");
        }
        List<AppPasswordMaker> makers = List.of(
                maker.elsewhere(nodes.first()),
                maker.elsewhere(nodes.second()),
                maker.elsewhere(nodes.first()),
                maker.elsewhere(nodes.second()));
        List<Page> forms = makers.stream().map(AppPasswordMaker::ask).toList();
        List<Page> ends = HttpLogin.atOnce(
                4, i -> makers.get(i).create(forms.get(i), Map.of("name", i < 2 ? "same" : "other " + i)));
        assertThat(ends).allSatisfy(end -> assertThat(end.status()).isLessThan(500));
        assertThat(nodes.first().admin().credentials(maker.person(), TYPE))
                .as("%s", ends)
                .hasSize(25)
                .extracting(credential -> credential.path("userLabel").asText())
                .doesNotHaveDuplicates();
        assertThat(ends.stream().filter(end -> end.html().getElementById(TYPE) != null))
                .hasSize(2);
    }

    private static URI reload(Page page) {
        return URI.create(
                page.html().select("form[method=post]").attr("action").replaceFirst("session_code=[^&]*&", ""));
    }

    private static Page refused(AppPasswordMaker maker, Page form, Map<String, String> fields, String field) {
        Page page = maker.create(form, fields);
        assertThat(page.html().getElementById("input-error-" + field))
                .as("%s: %s", fields, page)
                .isNotNull();
        return page;
    }
}
