package dev.twostep.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.time.Duration;
import java.util.Map;

/**
 * A sign-in that can be made once: by password, then with a code that was given out for such a case.
 *
 * @param field of the form that asks for the code
 */
record CodeSignIn(Realm realm, Person person, String field, String code) {

    /** From the application to the application, in a browser that has not been there before. */
    Duration time() {
        HttpLogin http = new HttpLogin(realm.demoWeb()).seeingBackupCodes();
        long from = System.nanoTime();
        Page ask = http.submit(http.start(), person.login());
        Page end = http.post(ask.formActionOf(field), Map.of(field, code));
        if (end.asksFor("done")) {
            end = http.post(end.formActionOf("done"), Map.of("done", "true"));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        assertThat(end.answer()).as("%s", end).containsKey("code");
        return taken;
    }
}
