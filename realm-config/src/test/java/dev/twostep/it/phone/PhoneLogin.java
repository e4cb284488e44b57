package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.SeenSecrets;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.OidcClient;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Tokens;
import java.net.URI;
import java.util.Map;

/** Pairing a phone and signing in with it over plain HTTP, step by step. */
public final class PhoneLogin {

    private final OidcClient client;
    private final HttpLogin http;

    public PhoneLogin(Realm realm) {
        this.client = realm.demoWeb();
        this.http = new HttpLogin(client);
    }

    HttpLogin http() {
        return http;
    }

    Tokens tokens(Page end) {
        return client.exchange(end.authorizationCode());
    }

    /** A phone of a person who had none; the person is signed in afterwards. */
    public static Phone paired(Realm realm, Person person) {
        return new PhoneLogin(realm).pair(realm, person);
    }

    Phone pair(Realm realm, Person person) {
        Phone phone = new Phone(realm);
        Page end = pair(phone, pairingPage(person));
        assertThat(end.answer()).as("%s", end).containsEntry("kc_action_status", "success");
        return phone;
    }

    /** Up to the QR code. */
    Page pairingPage(Person person) {
        return http.submit(http.start(Map.of("kc_action", "twostep-pair-phone-app")), person.login());
    }

    /** From the QR code to the end. */
    Page pair(Phone phone, Page scan) {
        phone.claim(token(scan)).ok();
        Page confirm = press(scan, "continue");
        Page trial = press(confirm, "confirm");
        phone.tryOut(number(trial)).ok();
        return press(trial, "continue");
    }

    public Page password(Person person) {
        return password(person, Map.of());
    }

    Page password(Person person, Map<String, String> parameters) {
        return http.submit(http.start(parameters), person.login());
    }

    public Page press(Page page, String button) {
        return http.post(page.formActionOf(button), Map.of(button, "true"));
    }

    Page code(Page page, String code) {
        return http.post(page.formActionOf("code"), Map.of("code", code));
    }

    /** The one-time token of a pairing page's QR code. */
    static String token(Page page) {
        return fragment(page, "p=");
    }

    /** What a sign-in page's QR code says of its request, without the request's id. */
    static String scanned(Page page) {
        String fragment = fragment(page, "r=");
        return fragment.substring(fragment.indexOf('.') + 1);
    }

    public static String number(Page page) {
        String number = page.html().select("#twostep-number").text().replaceAll("[^0-9]", "");
        assertThat(number).as("%s", page).isNotEmpty();
        SeenSecrets.add(number);
        return number;
    }

    private static String fragment(Page page, String key) {
        String link = page.html().select("#twostep-open-app").attr("href");
        assertThat(link).as("%s", page).contains("#" + key);
        String fragment = URI.create(link).getFragment().substring(key.length());
        SeenSecrets.add(fragment);
        return fragment;
    }
}
