package dev.twostep.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonPointer;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome.Accepted;
import dev.twostep.sms.SendOutcome.NotSent;
import dev.twostep.sms.SendOutcome.Refused;
import dev.twostep.sms.SendOutcome.Unsure;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpVerdictTest {

    private static final JsonPointer ID = JsonPointer.compile("/messages/0/id");

    private final HttpVerdict plain = verdict(null, null);

    @Test
    @DisplayName("a status of success is enough where nothing else is asked for")
    void statusAlone() {
        assertThat(plain.of(202, "{\"messages\":[{\"id\":\"a-1\"}]}")).isEqualTo(new Accepted("a-1"));
        assertThat(plain.of(202, "thanks")).isEqualTo(new Accepted(""));
        assertThat(plain.of(201, "")).isEqualTo(new Refused(Refusal.MISCONFIGURED, "http-201"));
    }

    @Test
    @DisplayName("an id that is no id is left out")
    void strangeId() {
        assertThat(plain.of(202, "{\"messages\":[{\"id\":\"+44 7700 900123\"}]}"))
                .isEqualTo(new Accepted(""));
    }

    @Test
    @DisplayName("the answer's JSON decides: the value of success, another value, or none")
    void result() {
        HttpVerdict verdict =
                verdict(new SuccessRule.Result(JsonPointer.compile("/status"), Set.of("0", "queued")), null);
        assertThat(verdict.of(200, "{\"status\":0}")).isEqualTo(new Accepted(""));
        assertThat(verdict.of(200, "{\"status\":\"queued\"}")).isEqualTo(new Accepted(""));
        assertThat(verdict.of(200, "{\"status\":\"failed\"}"))
                .isEqualTo(new Refused(Refusal.MISCONFIGURED, "http-200"));
        assertThat(verdict.of(200, "<html>")).isEqualTo(new Unsure("no-result"));
        assertThat(verdict.of(200, "")).isEqualTo(new Unsure("no-result"));
    }

    @Test
    @DisplayName("a body that does not match leaves it open whether the message went out")
    void body() {
        HttpVerdict verdict = verdict(null, Pattern.compile("^OK\\b"));
        assertThat(verdict.of(200, "OK 1 sent")).isEqualTo(new Accepted(""));
        assertThat(verdict.of(200, "ERR 3")).isEqualTo(new Unsure("no-match"));
    }

    @Test
    @DisplayName("refusals by the gateway's code and by status; other codes never come out")
    void refusals() {
        assertThat(plain.of(200, "{\"code\":\"E17\"}")).isEqualTo(new Refused(Refusal.OPTED_OUT, "E17"));
        assertThat(plain.of(400, "{\"code\":17}")).isEqualTo(new Refused(Refusal.INVALID_NUMBER, "400"));
        assertThat(plain.of(403, "{\"code\":\"+447700900123\"}"))
                .isEqualTo(new Refused(Refusal.MISCONFIGURED, "http-403"));
    }

    @Test
    @DisplayName("statuses that promise that nothing was sent, and those that promise nothing")
    void notSent() {
        assertThat(plain.of(429, "")).isEqualTo(new NotSent("http-429"));
        assertThat(plain.of(503, "")).isEqualTo(new NotSent("http-503"));
        assertThat(plain.of(500, "")).isEqualTo(new Unsure("http-500"));
        assertThat(plain.of(302, "")).isEqualTo(new Refused(Refusal.MISCONFIGURED, "http-302"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "600", "200-", "200;201", "OK"})
    @DisplayName("a list of statuses that is none is refused by the setting's name")
    void badStatuses(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statuses.parse("success", text))
                .withMessageStartingWith("success:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "400:NO_SUCH_REASON", "400=OPTED_OUT", ":OPTED_OUT"})
    @DisplayName("a list of refusals that is none is refused")
    void badRefusals(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Refusals.parse(text, null))
                .withMessageStartingWith("refusals:");
    }

    private static HttpVerdict verdict(SuccessRule.Result result, Pattern body) {
        return new HttpVerdict(
                new SuccessRule(Statuses.parse("success", "200, 202"), result, body, ID),
                Refusals.parse("E17:opted_out, 400:INVALID_NUMBER", JsonPointer.compile("/code")),
                Statuses.parse("not-sent", "429,503"));
    }
}
