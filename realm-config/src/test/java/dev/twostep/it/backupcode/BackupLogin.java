package dev.twostep.it.backupcode;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.sms.TextLogin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Making backup codes and signing in with them over plain HTTP, step by step. */
public final class BackupLogin {

    private static final String OPTION = "Backup code";

    private final TextLogin login;
    private final HttpLogin http;

    public BackupLogin(Realm realm) {
        this.login = new TextLogin(realm);
        this.http = login.http().seeingBackupCodes();
    }

    public HttpLogin http() {
        return http;
    }

    public TextLogin byText() {
        return login;
    }

    /** Adds the person's number; ends on the page with the first backup code. */
    public Page enrol(Person person) {
        Page number = http.submit(http.start(Map.of("kc_action", "twostep-add-phone")), person.login());
        Page code = login.enterNumber(number, person.phone());
        return login.code(code, login.lastCode(person));
    }

    /** Enrols and keeps as many codes, the first to be used first. The browser is signed in afterwards. */
    public List<String> enrolWithCodes(Person person, int wanted) {
        List<String> codes = new ArrayList<>();
        Page page = enrol(person);
        codes.add(shown(page));
        page = keep(page);
        while (codes.size() < wanted) {
            Page next = codes.size() == 1 ? generate(person) : page;
            codes.add(shown(next));
            page = codes.size() < wanted ? keepAndAnother(next) : keep(next);
        }
        return codes;
    }

    public static String shown(Page page) {
        return page.backupCode().orElseThrow(() -> new AssertionError("no backup code on " + page));
    }

    /** Asks for a new code, as the account console does; proves the number if this browser has not done so yet. */
    public Page generate(Person person) {
        Page page = http.start(Map.of("kc_action", "twostep-backup-codes"));
        return page.asksFor("code") ? login.code(page, login.lastCode(person)) : page;
    }

    public Page keep(Page page) {
        return http.post(page.formActionOf("kept"), page.keepingBackupCode());
    }

    public Page keepAndAnother(Page page) {
        Map<String, String> fields = new HashMap<>(page.keepingBackupCode());
        fields.remove("keep");
        fields.put("another", "true");
        return http.post(page.formActionOf("kept"), fields);
    }

    /** From the page that a right code leads to, back to the client. */
    public Page leave(Page told) {
        return told.backupCode().isPresent() ? keep(told) : press(told, "done");
    }

    /** Presses the button of this name, which is a form of its own. */
    public Page press(Page page, String button) {
        return http.post(page.formActionOf(button), Map.of(button, "true"));
    }

    /** Up to the page that asks for a backup code. */
    public Page password(Person person) {
        return password(person, Map.of());
    }

    public Page password(Person person, Map<String, String> parameters) {
        Page factor = login.password(person, parameters);
        return factor.asksFor("backupCode") ? factor : choose(factor);
    }

    /** From another factor's page, by “Try another way”. */
    public Page choose(Page factor) {
        boolean ours = factor.asksFor("authenticationExecution");
        return login.choose(ours ? factor : login.otherWays(factor), OPTION);
    }

    public Page enter(Page page, String code) {
        return http.post(page.formActionOf("backupCode"), Map.of("backupCode", code));
    }
}
