package dev.twostep.it;

import dev.twostep.it.admin.Admin;
import dev.twostep.it.admin.RealmAdmin;
import dev.twostep.it.browser.Browser;
import dev.twostep.it.login.DemoWeb;
import dev.twostep.it.mail.Mailbox;
import dev.twostep.it.server.FakeHttpGateway;
import dev.twostep.it.server.FakeTwilio;
import dev.twostep.it.server.KeycloakRuntime;
import dev.twostep.server.ShippedRealm;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is once for the whole run: the server, and the world around it. JUnit closes it after the last test. */
final class Suite implements AutoCloseable {

    private final FakeTwilio twilio = FakeTwilio.start(KeycloakRuntime.addressForNeighbours());
    private final FakeHttpGateway httpGateway = FakeHttpGateway.start(KeycloakRuntime.addressForNeighbours());
    private final Mailbox mailbox = Mailbox.start(KeycloakRuntime.addressForNeighbours());
    private final DemoWeb demoWeb = DemoWeb.start();
    private final KeycloakRuntime server;
    private final Admin admin;
    private @Nullable Browser browser;

    Suite() {
        server = KeycloakRuntime.start(twilio, httpGateway);
        admin = new Admin(server.url());
        relax(admin.realm(ShippedRealm.NAME));
    }

    /** All tests share one network address, and would share the texts that one address may ask for. */
    static void relax(RealmAdmin realm) {
        realm.configureRequiredAction(
                "twostep-add-phone", Map.of("gateways", "outbox", "textsPerAddressAndHour", "100000"));
    }

    KeycloakRuntime server() {
        return server;
    }

    FakeTwilio twilio() {
        return twilio;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    FakeHttpGateway httpGateway() {
        return httpGateway;
    }

    /** The browser, as if it had just been installed. Started when first needed. */
    synchronized Browser browser() {
        if (browser == null) {
            browser = Browser.start(server.url());
        }
        browser.forgetEverything();
        return browser;
    }

    @Nullable Browser browserIfStarted() {
        return browser;
    }

    Realm shippedRealm() {
        return realm(ShippedRealm.NAME);
    }

    Realm newRealm() {
        return realm(importCopy(admin));
    }

    /** @return the name of a new copy of the shipped realm */
    static String importCopy(Admin admin) {
        String name = "twostep-" + UUID.randomUUID().toString().substring(0, 8);
        admin.importCopy(ShippedRealm.json(), name);
        return name;
    }

    private Realm realm(String name) {
        return new Realm(server.url(), name, admin.realm(name), demoWeb);
    }

    @Override
    public void close() {
        if (browser != null) {
            browser.close();
        }
        server.close();
        demoWeb.close();
        mailbox.close();
        httpGateway.close();
        twilio.close();
    }
}
