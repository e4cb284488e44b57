package dev.twostep.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.console.RequiredActions.Switch;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** K2: a realm's policy in the forms of Keycloak's admin console. */
@ServerTest
final class PolicyFormIT {

    private static final String TEXTS = "Twostep: text messages";
    private static final String SETUP = "Twostep: choose a second factor";

    @Test
    @DisplayName("K2: the forms show every setting with its label, help and default")
    void shown(@FreshRealm Realm realm, Browser browser) {
        RequiredActions page = open(realm, browser);
        page.settings(TEXTS);
        assertThat(page.labels())
                .containsExactly(
                        "Maximum Age of Authentication",
                        "Gateways",
                        "Code lifetime in seconds",
                        "Wait before sending again, in seconds",
                        "Default country",
                        "Allowed countries",
                        "Texts per user and hour",
                        "Texts per number and hour",
                        "Texts per network address and hour",
                        "Wrong codes per user and hour");
        assertThat(page.values())
                .containsEntry("gateways", "outbox")
                .containsEntry("codeLifeSeconds", "300")
                .containsEntry("resendWaitSeconds", "120")
                .containsEntry("defaultCountry", "US")
                .containsEntry("allowedCountries", "")
                .containsEntry("textsPerUserAndHour", "10")
                .containsEntry("wrongCodesPerUserAndHour", "10");
        assertThat(page.help("gateways")).contains("tried in this order");
        assertThat(page.help("codeLifeSeconds")).contains("120 to 600");
        browser.screenshot("policy-form");
        page.cancel();
        page.settings(SETUP);
        assertThat(page.labels()).containsExactly("Maximum Age of Authentication", "Require a second factor");
        assertThat(page.values()).containsEntry("enforce", "false");
        page.flip("enforce");
        page.save();
        assertThat(config(realm, "twostep-setup")).contains("\"enforce\":\"true\"");
    }

    @Test
    @DisplayName("K2: the form refuses bad values, naming the field and what is bad in it, and changes nothing")
    void refused(@FreshRealm Realm realm, Browser browser) {
        String before = config(realm, "twostep-add-phone");
        RequiredActions page = open(realm, browser);
        page.settings(TEXTS);
        refused(
                page,
                "codeLifeSeconds",
                "5",
                "300",
                "“Code lifetime in seconds” must be a whole number from 120 to 600, not “5”.");
        refused(
                page,
                "resendWaitSeconds",
                "-1",
                "120",
                "“Wait before sending again, in seconds” must be a whole number from 1 to 3600");
        refused(
                page,
                "textsPerUserAndHour",
                "ten",
                "10",
                "“Texts per user and hour” must be a whole number from 1 to 1000, not “ten”.");
        refused(page, "defaultCountry", "Atlantis", "US", "“Default country” can’t be “Atlantis”.");
        refused(page, "allowedCountries", "IN, XX", "", "“Allowed countries” can’t be “XX”.");
        refused(page, "gateways", "outbox, pigeon", "outbox", "“Gateways” can’t be “pigeon”.");
        refused(page, "max_auth_age", "-5", "300", "max_auth_age");
        assertThat(config(realm, "twostep-add-phone")).isEqualTo(before);
        page.save();
    }

    @Test
    @DisplayName("K2: the form refuses a gateway that cannot send, and names what it lacks")
    void gatewayWithoutAccount(@FreshRealm Realm realm, Browser browser) {
        realm.admin().changeRequiredAction("twostep-add-phone", action -> ((ObjectNode) action.path("config"))
                .put("twilio.account-sid", "${vault.nobody-put-it-there}"));
        RequiredActions page = open(realm, browser);
        page.settings(TEXTS);
        refused(page, "gateways", "twilio", "outbox", "Gateway twilio cannot send with these settings");
        page.type("gateways", "twilio,http,outbox");
        page.save();
        assertThat(config(realm, "twostep-add-phone"))
                .as("the list that the form offers need not be set up as a whole")
                .contains("twilio,http,outbox");
    }

    @Test
    @DisplayName("K2: good values are saved and are there after the page was loaded anew")
    void saved(@FreshRealm Realm realm, Browser browser) {
        RequiredActions page = open(realm, browser);
        page.settings(TEXTS);
        page.type("codeLifeSeconds", "240");
        page.type("allowedCountries", "IN, US");
        page.save();
        page.reload();
        page.settings(TEXTS);
        assertThat(page.values()).containsAllEntriesOf(Map.of("codeLifeSeconds", "240", "allowedCountries", "IN, US"));
    }

    @Test
    @DisplayName("K2: settings survive a switch that is moved on the same page after they were saved or cleared")
    void saveThenToggle(@FreshRealm Realm realm, Browser browser) {
        RequiredActions page = open(realm, browser);
        page.settings(TEXTS);
        page.type("codeLifeSeconds", "240");
        page.save();
        page.settings(TEXTS);
        page.type("resendWaitSeconds", "77");
        page.save();
        page.toggle(Switch.DEFAULT, TEXTS);
        assertThat(realm.admin()
                        .requiredAction("twostep-add-phone")
                        .path("defaultAction")
                        .asBoolean())
                .isTrue();
        assertThat(config(realm, "twostep-add-phone"))
                .contains("\"codeLifeSeconds\":\"240\"", "\"resendWaitSeconds\":\"77\"");
        page.settings(SETUP);
        page.flip("enforce");
        page.save();
        page.toggle(Switch.ENABLED, SETUP);
        assertThat(config(realm, "twostep-setup")).contains("\"enforce\":\"true\"");

        page.settings(TEXTS);
        page.clear();
        page.toggle(Switch.DEFAULT, TEXTS);
        assertThat(config(realm, "twostep-add-phone")).isEqualTo("{}");
    }

    private static void refused(RequiredActions page, String key, String bad, String good, String reason) {
        page.type(key, bad);
        assertThat(page.saveInVain()).as(key).contains(reason);
        page.type(key, good);
    }

    private static RequiredActions open(Realm realm, Browser browser) {
        RequiredActions page = new RequiredActions(realm, browser);
        page.open();
        return page;
    }

    private static String config(Realm realm, String action) {
        return realm.admin().requiredAction(action).path("config").toString();
    }
}
