package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.TwoNodes;
import dev.twostep.it.login.Page;
import dev.twostep.it.login.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S1: one text code signs in once. */
@ServerTest
final class SmsRaceIT {

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("S1: the same right code from two tabs of one browser, at one node, signs in once")
    void oneNode(int milliseconds, Realm realm) {
        race(new TwoNodes(realm, realm), Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest(name = "{0} ms apart")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("S1: the same right code from two tabs of one browser, the second one at another node, signs in once")
    void twoNodes(int milliseconds, TwoNodes nodes) {
        race(nodes, Duration.ofMillis(milliseconds));
    }

    private static void race(TwoNodes nodes, Duration apart) {
        Person person = SmsSignInIT.enrolled(nodes.first());
        TextLogin login = new TextLogin(nodes.first());
        Page first = login.password(person);
        Page second = login.password(person);
        Map<String, String> code = Map.of("code", login.lastCode(person));
        long before = TextLogin.signIns(nodes.first(), person);
        List<Page> ends = Race.run(apart, () -> login.http().post(first.formActionOf("code"), code), () -> login.http()
                .post(nodes.second().here(second.formActionOf("code")), code));
        assertThat(ends).allSatisfy(end -> assertThat(end.status()).isLessThan(500));
        assertThat(TextLogin.signIns(nodes.first(), person)).as("%s", ends).isEqualTo(before + 1);
    }
}
