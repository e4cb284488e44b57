package dev.twostep.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SendOutcome.NotSent;
import dev.twostep.sms.SendOutcome.Refused;
import dev.twostep.sms.SendOutcome.Unsure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwilioErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "401, 20003, MISCONFIGURED",
        "400, 21211, INVALID_NUMBER",
        "400, 21408, COUNTRY_BLOCKED",
        "400, 21606, MISCONFIGURED",
        "400, 21608, MISCONFIGURED",
        "400, 21610, OPTED_OUT",
        "400, 21612, NOT_A_MOBILE",
        "400, 21614, NOT_A_MOBILE",
        "400, 21635, NOT_A_MOBILE",
        "400, 21659, MISCONFIGURED",
        "400, 21669, MISCONFIGURED",
        "400, 99999, MISCONFIGURED"
    })
    @DisplayName("a refusal says what the person or the admin can do")
    void refusals(int status, int code, Refusal why) {
        assertThat(outcome(status, code)).isEqualTo(new Refused(why, Integer.toString(code)));
    }

    @Test
    @DisplayName("'too many' was never processed, 'server error' may have been")
    void sentOrNot() {
        assertThat(outcome(429, 20429)).isEqualTo(new NotSent("20429"));
        assertThat(outcome(400, 21611)).isEqualTo(new NotSent("21611"));
        assertThat(outcome(500, 20500)).isEqualTo(new Unsure("20500"));
        assertThat(outcome(503, 20429)).isEqualTo(new Unsure("20429"));
    }

    @ParameterizedTest
    @CsvSource({"400", "403", "404"})
    @DisplayName("a page that is not Twilio's leaves only its status")
    void foreignPage(int status) {
        assertThat(TwilioErrors.outcome(status, "<html>+447700900123</html>"))
                .isEqualTo(new Refused(Refusal.MISCONFIGURED, "http-" + status));
    }

    @Test
    @DisplayName("a foreign page with a server error or a time-out may hide a message that was sent")
    void foreignServerError() {
        assertThat(TwilioErrors.outcome(502, "Bad Gateway")).isEqualTo(new Unsure("http-502"));
        assertThat(TwilioErrors.outcome(408, "")).isEqualTo(new Unsure("http-408"));
        assertThat(TwilioErrors.outcome(429, "")).isEqualTo(new NotSent("http-429"));
    }

    private static SendOutcome outcome(int status, int code) {
        return TwilioErrors.outcome(
                status, "{\"code\":" + code + ",\"message\":\"+447700900123\",\"status\":" + status + "}");
    }
}
