package dev.twostep.it;

import dev.twostep.it.admin.RealmAdmin;
import dev.twostep.it.login.DemoWeb;
import dev.twostep.it.login.OidcClient;
import dev.twostep.it.outbox.Outbox;
import java.net.URI;

/** A realm of the running server, and where to get what a test needs of it. */
public final class Realm {

    private final URI url;
    private final String name;
    private final RealmAdmin admin;
    private final DemoWeb demoWeb;

    Realm(URI server, String name, RealmAdmin admin, DemoWeb demoWeb) {
        this.url = URI.create(server + "/realms/" + name);
        this.name = name;
        this.admin = admin;
        this.demoWeb = demoWeb;
    }

    public String name() {
        return name;
    }

    /** {@code …/realms/{name}}, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** The same address at this realm's own server: how a form that one node made reaches another. */
    public URI here(URI elsewhere) {
        return url.resolve(elsewhere.getRawPath() + "?" + elsewhere.getRawQuery());
    }

    public RealmAdmin admin() {
        return admin;
    }

    /** A user whom no other test knows. */
    public Person newPerson() {
        Person stranger = Person.stranger();
        return stranger.withId(admin.createUser(stranger));
    }

    /** The web client of the demo. */
    public OidcClient demoWeb() {
        return client("demo-web");
    }

    /** Any public client that may return to a page on loopback. */
    public OidcClient client(String clientId) {
        return new OidcClient(url, clientId, demoWeb.callback());
    }

    public Outbox outbox() {
        return new Outbox(url);
    }
}
