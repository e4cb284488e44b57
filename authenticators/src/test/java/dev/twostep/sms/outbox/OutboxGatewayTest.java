package dev.twostep.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SendOutcome.Refused;
import dev.twostep.sms.SmsGatewayContract;
import dev.twostep.sms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutboxGatewayTest extends SmsGatewayContract {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final Outbox outbox = new Outbox(clock);

    @Override
    protected Scene accepting() {
        return to("+12025550123");
    }

    @Override
    protected Scene optedOut() {
        return to("+12025550004");
    }

    @Override
    protected Scene unavailable() {
        return to("+12025550005");
    }

    @Override
    protected Scene silent() {
        return to("+12025550003");
    }

    @ParameterizedTest
    @CsvSource({"+12025550001, INVALID_NUMBER", "+12025550004, OPTED_OUT", "+12025550009, NOT_A_MOBILE"})
    @DisplayName("numbers that fail on purpose leave nothing in the outbox")
    void onPurpose(String number, Refusal why) {
        assertThat(send(to(number))).asInstanceOf(type(Refused.class)).returns(why, Refused::why);
        assertThat(outbox.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "0003", "0004", "0005", "0009", "0123"})
    @DisplayName("the example numbers may be mobile numbers to every check that comes before the gateway")
    void exampleNumbers(String end) throws Exception {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        assertThat(numbers.getNumberType(numbers.parse("+1202555" + end, null)))
                .isEqualTo(PhoneNumberUtil.PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }

    @Test
    @DisplayName("the newest message comes first, 200 are kept")
    void newestFirst() {
        for (int i = 0; i < 201; i++) {
            now = now.plusSeconds(1);
            put("text " + i);
        }
        assertThat(outbox.messages()).hasSize(200);
        assertThat(outbox.messages().get(0).body().reveal()).isEqualTo("text 200");
        assertThat(outbox.messages().get(199).body().reveal()).isEqualTo("text 1");
    }

    @Test
    @DisplayName("messages are kept for one hour")
    void oneHour() {
        put("first");
        now = now.plus(Duration.ofHours(1));
        assertThat(outbox.messages()).hasSize(1);
        now = now.plusMillis(1);
        assertThat(outbox.messages()).isEmpty();
    }

    @Test
    @DisplayName("each message has an id of its own")
    void ids() {
        assertThat(put("a")).isInstanceOf(SendOutcome.Accepted.class).isNotEqualTo(put("a"));
    }

    private SendOutcome put(String text) {
        return new OutboxGateway(outbox)
                .send(new TextMessage(PhoneNumber.ofE164("+12025550123"), Secret.of(text), Duration.ofMinutes(5)));
    }

    private Scene to(String number) {
        return new Scene(new OutboxGateway(outbox), PhoneNumber.ofE164(number));
    }
}
