package dev.twostep.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class GatewayChainTest {

    private static final TextMessage MESSAGE =
            new TextMessage(PhoneNumber.ofE164("+12025550142"), Secret.of("text"), Duration.ofMinutes(5));

    private final List<String> asked = new ArrayList<>();

    @Test
    @DisplayName("S6: the next gateway is asked after a sure failure, and the first acceptance ends it")
    void failsOver() {
        SendOutcome outcome = chain(
                        new SendOutcome.NotSent("refused"),
                        new SendOutcome.Refused(Refusal.MISCONFIGURED, "settings"),
                        new SendOutcome.Accepted("m1"),
                        new SendOutcome.Accepted("m2"))
                .send(MESSAGE);
        assertThat(outcome).isEqualTo(new SendOutcome.Accepted("m1"));
        assertThat(asked).containsExactly("g0", "g1", "g2");
    }

    @Test
    @DisplayName("What was perhaps sent is not sent by another gateway")
    void unsureEnds() {
        chain(new SendOutcome.Unsure("timeout"), new SendOutcome.Accepted("m")).send(MESSAGE);
        assertThat(asked).containsExactly("g0");
    }

    @Test
    @DisplayName("Who opted out is not reached by another road; a number that does not exist is not tried again")
    void refusalsThatEnd() {
        for (Refusal refusal : List.of(Refusal.OPTED_OUT, Refusal.INVALID_NUMBER, Refusal.NOT_A_MOBILE)) {
            asked.clear();
            chain(new SendOutcome.Refused(refusal, "x"), new SendOutcome.Accepted("m"))
                    .send(MESSAGE);
            assertThat(asked).as(refusal.name()).containsExactly("g0");
        }
    }

    @Test
    @DisplayName("A gateway that throws may have sent the text")
    void defect() {
        SmsGateway broken = message -> {
            throw new IllegalStateException("secret");
        };
        SendOutcome outcome = new GatewayChain(Map.of("broken", broken), (id, answer) -> {}).send(MESSAGE);
        assertThat(outcome).isEqualTo(new SendOutcome.Unsure("IllegalStateException"));
    }

    @Test
    @DisplayName("No gateway at all is a misconfiguration, not a success")
    void empty() {
        assertThat(chain().send(MESSAGE)).isInstanceOf(SendOutcome.Refused.class);
    }

    private GatewayChain chain(SendOutcome... outcomes) {
        Map<String, SmsGateway> gateways = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            SendOutcome outcome = outcomes[i];
            gateways.put("g" + i, message -> outcome);
        }
        return new GatewayChain(gateways, (id, outcome) -> asked.add(id));
    }
}
