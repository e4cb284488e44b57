package dev.twostep.it.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.outbox.OutboxMessage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S1, S2: the words of the text that reaches a phone. */
@ServerTest
final class TextWordingIT {

    private static final int GSM_SEGMENT = 160;
    private static final int OTHER_SEGMENT = 70;

    @ParameterizedTest
    @CsvSource({
        "en,Twostep,sign-in code",
        "gu,Twostep,કોડ",
        "en,The very long name of a very large organisation,The very long name o",
    })
    @DisplayName("S1: in the person's language, one segment long, bound to the login page by its last line")
    void wording(String language, String realmName, String words, @FreshRealm Realm realm) {
        realm.admin().change(settings -> settings.put("displayName", realmName));
        Person person = SmsSignInIT.enrolled(realm);
        realm.admin().changeUser(person, user -> user.putObject("attributes")
                .putArray("locale")
                .add(language));
        new TextLogin(realm).password(person);
        OutboxMessage text = realm.outbox().await(person.phone(), 2);

        List<String> lines = text.body().lines().toList();
        assertThat(lines).last().isEqualTo("@" + realm.url().getHost() + " #" + text.code());
        assertThat(lines.get(0)).contains(text.code()).contains(words);
        boolean plain = US_ASCII.newEncoder().canEncode(text.body());
        assertThat(plain).isEqualTo(language.equals("en"));
        assertThat(text.body().length()).isLessThanOrEqualTo(plain ? GSM_SEGMENT : OTHER_SEGMENT);
    }
}
