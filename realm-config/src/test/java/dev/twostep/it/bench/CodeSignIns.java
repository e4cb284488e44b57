package dev.twostep.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.admin.Json;
import dev.twostep.it.backupcode.BackupLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.sms.TextLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes people with a number and with codes of one kind. All realms have the shipped flow; when everybody has enrolled, texts
 * are taken out of it, so that the password leads straight to the page that asks for a code.
 */
final class CodeSignIns {

    /** Of five, because the last one leads to a new one. */
    private static final int CODES_EACH = 4;

    private static final String EXECUTIONS = "/authentication/flows/twostep%20level%202/executions";
    private static final String BACKUP_CODES = "twostep-backup-codes";

    private final Realm realm;
    private final List<CodeSignIn> signIns = new ArrayList<>();

    private CodeSignIns(Realm realm) {
        this.realm = realm;
        realm.admin()
                .configureRequiredAction(
                        "twostep-add-phone", Map.of("gateways", "outbox", "textsPerAddressAndHour", "100000"));
    }

    /** With Keycloak's recovery codes. */
    static List<CodeSignIn> byRecoveryCode(Realm realm, int wanted) {
        CodeSignIns made = new CodeSignIns(realm);
        made.disableAction();
        made.require("twostep-backup-code", "DISABLED");
        realm.admin().post(EXECUTIONS + "/execution", Json.of(Map.of("provider", "auth-recovery-authn-code-form")));
        made.require("auth-recovery-authn-code-form", "ALTERNATIVE");
        while (made.signIns.size() < wanted) {
            made.recoveryCodes();
        }
        made.require("twostep-sms", "DISABLED");
        return made.signIns;
    }

    /** With our backup codes, and nothing after the code: as many requests as with Keycloak's. */
    static List<CodeSignIn> byBackupCode(Realm realm, int wanted) {
        List<CodeSignIn> signIns = byBackupCodeAndPage(realm, wanted);
        new CodeSignIns(realm).disableAction();
        return signIns;
    }

    /** With our backup codes as we ship them: a page follows that says how many are left. */
    static List<CodeSignIn> byBackupCodeAndPage(Realm realm, int wanted) {
        CodeSignIns made = new CodeSignIns(realm);
        while (made.signIns.size() < wanted) {
            Person person = realm.newPerson();
            made.add(person, "backupCode", new BackupLogin(realm).enrolWithCodes(person, CODES_EACH + 1));
        }
        made.require("twostep-sms", "DISABLED");
        return made.signIns;
    }

    private void recoveryCodes() {
        Person person = realm.newPerson();
        TextLogin login = new TextLogin(realm);
        login.enrol(person);
        Page page = login.http().start(Map.of("kc_action", "CONFIGURE_RECOVERY_AUTHN_CODES"));
        if (page.asksFor("code")) {
            page = login.code(page, login.lastCode(person));
        }
        String codes = page.html().select("[name=generatedRecoveryAuthnCodes]").attr("value");
        login.http().submit(page, Map.of()).authorizationCode();
        add(person, "recoveryCodeInput", List.of(codes.split(",", -1)));
    }

    private void add(Person person, String field, List<String> codes) {
        codes.stream().limit(CODES_EACH).forEach(code -> signIns.add(new CodeSignIn(realm, person, field, code)));
    }

    private void disableAction() {
        realm.admin().changeRequiredAction(BACKUP_CODES, action -> action.put("enabled", false));
    }

    private void require(String authenticator, String requirement) {
        for (JsonNode execution : realm.admin().get(EXECUTIONS)) {
            if (execution.path("providerId").asText().equals(authenticator)) {
                realm.admin().put(EXECUTIONS, ((ObjectNode) execution).put("requirement", requirement));
            }
        }
    }
}
