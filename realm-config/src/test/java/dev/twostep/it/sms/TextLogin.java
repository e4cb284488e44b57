package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.OidcClient;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Tokens;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Signing in by password and text over plain HTTP, step by step. */
public final class TextLogin {

    private final Realm realm;
    private final OidcClient client;
    private final HttpLogin http;
    private final Instant begun = Instant.now();

    public TextLogin(Realm realm) {
        this.realm = realm;
        this.client = realm.demoWeb();
        this.http = new HttpLogin(client);
    }

    /** The tokens for a sign-in that ended well. */
    public Tokens tokens(Page end) {
        return client.exchange(end.authorizationCode());
    }

    public HttpLogin http() {
        return http;
    }

    /** Adds the person's number, as the account console does it; the person is signed in afterwards. */
    public Page enrol(Person person) {
        Page number = http.submit(http.start(Map.of("kc_action", "twostep-add-phone")), person.login());
        assertThat(number.asksFor("country")).as("%s", number).isTrue();
        Page code = enterNumber(number, person.phone());
        Page end = http.submit(code, Map.of("code", lastCode(person)));
        assertThat(end.answer()).as("%s", end).containsEntry("kc_action_status", "success");
        return end;
    }

    public Page enterNumber(Page page, String number) {
        return http.submit(page, Map.of("country", "IN", "number", number));
    }

    /** Up to the code page. */
    public Page password(Person person) {
        return password(person, Map.of());
    }

    public Page password(Person person, Map<String, String> parameters) {
        return http.submit(http.start(parameters), person.login());
    }

    public Page code(Page page, String code) {
        return http.submit(page, Map.of("code", code));
    }

    public Page resend(Page page) {
        return http.post(page.formActionOf("resend"), Map.of("resend", "true"));
    }

    /** “Try another way”, from the page of one of Keycloak's own factors; those of ours list the ways themselves. */
    public Page otherWays(Page page) {
        return http.post(page.formActionOf("tryAnotherWay"), Map.of("tryAnotherWay", "on"));
    }

    /** The way of this name, from a page of ours or from Keycloak's that lists them. */
    public Page choose(Page ways, String name) {
        String execution = ways.html()
                .select("li:has(h2:containsOwn(%1$s), .twostep-choice-name:containsOwn(%1$s))".formatted(name))
                .select("[name=authenticationExecution]")
                .attr("value");
        return http.post(ways.formActionOf("authenticationExecution"), Map.of("authenticationExecution", execution));
    }

    /** The browser's reload button: Keycloak's pages put the form's address without its session code into the history. */
    public Page reload(Page page) {
        String action = page.formActionOf("code").toString();
        return http.open(URI.create(action.replaceFirst("session_code=[^&]*&", "")));
    }

    /** The code of the newest text since this browser was opened; texts to an earlier one are not meant. */
    public String lastCode(Person person) {
        return realm.outbox().await(person.phone(), begun).code();
    }

    /** How often the person signed in with a text; coming back to a session that is there does not count. */
    static long signIns(Realm realm, Person person) {
        return realm.admin().events(person, "LOGIN").stream()
                .filter(event -> event.at("/details/credential_type").asText().equals("twostep-sms"))
                .count();
    }

    public static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
