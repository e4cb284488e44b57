package dev.twostep.it.apppassword;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.sms.TextLogin;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A person who makes temporary passwords in a browser, as the account console has it. */
public final class AppPasswordMaker {

    private static final String ACTION = "twostep-app-password";

    private final Person person;
    private final TextLogin login;

    private AppPasswordMaker(Realm realm, Person person) {
        this.person = person;
        this.login = new TextLogin(realm);
    }

    /** Somebody new, with a number as second factor. */
    public static AppPasswordMaker enrolled(Realm realm) {
        AppPasswordMaker maker = new AppPasswordMaker(realm, realm.newPerson());
        maker.login.enrol(maker.person);
        return maker;
    }

    /** Gives somebody a number, in another browser. */
    static void enrol(Realm realm, Person person) {
        new TextLogin(realm).enrol(person);
    }

    static AppPasswordMaker withoutFactor(Realm realm) {
        return new AppPasswordMaker(realm, realm.newPerson());
    }

    /** The same person in another browser. */
    AppPasswordMaker elsewhere(Realm node) {
        return new AppPasswordMaker(node, person);
    }

    public Person person() {
        return person;
    }

    TextLogin login() {
        return login;
    }

    HttpLogin http() {
        return login.http();
    }

    /** Up to the form, proving the number if this browser has not done so yet. */
    Page ask() {
        Page page = login.http().start(Map.of("kc_action", ACTION));
        page = page.asksFor("password") ? login.http().submit(page, person.login()) : page;
        return page.asksFor("code") ? login.code(page, login.lastCode(person)) : page;
    }

    /** A password for the first app that uses it, for an hour. */
    public String make(String name) {
        Page shown = create(ask(), Map.of("name", name));
        String password = shown(shown);
        press(shown, "done");
        return password;
    }

    Page create(Page form, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Map.of("create", "true", "lifetime", "60", "app", ""));
        all.putAll(fields);
        return login.http().post(form.formActionOf("name"), all);
    }

    Page press(Page page, String button) {
        return login.http().post(page.formActionOf(button), Map.of(button, "true"));
    }

    /** The password that a page shows. */
    public static String shown(Page page) {
        Element shown = page.html().getElementById(ACTION);
        if (shown == null) {
            throw new AssertionError("no temporary password on " + page);
        }
        SeenSecrets.add(shown.text());
        SeenSecrets.add(shown.text().replace("-", ""));
        return shown.text();
    }
}
