package dev.twostep.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every gateway promises, whatever is behind it. */
public abstract class SmsGatewayContract {

    private static final String BODY = "493027 is your code";

    private final LogRecorder log = new LogRecorder();

    /** One call to a gateway in a given state, and to whom. */
    public record Scene(SmsGateway gateway, PhoneNumber to) {}

    /** The gateway takes the message. */
    protected abstract Scene accepting();

    /** The owner of the number has said STOP. */
    protected abstract Scene optedOut();

    /** The gateway cannot be reached. */
    protected abstract Scene unavailable();

    /** The gateway takes the message and does not answer in time. */
    protected abstract Scene silent();

    @BeforeEach
    final void startRecording() {
        log.start();
    }

    @AfterEach
    final void stopRecording() {
        log.stop();
    }

    @Test
    @DisplayName("K4: a message that was taken is Accepted")
    final void accepted() {
        assertThat(send(accepting())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    @DisplayName("S6: an opted-out number is Refused as such, and no other gateway goes round it")
    final void optedOutIsRefused() {
        assertThat(send(optedOut()))
                .asInstanceOf(type(SendOutcome.Refused.class))
                .extracting(SendOutcome.Refused::why)
                .isEqualTo(Refusal.OPTED_OUT)
                .returns(false, Refusal::anotherGatewayMayTry);
    }

    @Test
    @DisplayName("a gateway that cannot be reached surely sent nothing")
    final void unavailableIsNotSent() {
        assertThat(send(unavailable())).isInstanceOf(SendOutcome.NotSent.class);
    }

    @Test
    @DisplayName("a gateway that falls silent may have sent the message")
    final void silentIsUnsure() {
        assertThat(send(silent())).isInstanceOf(SendOutcome.Unsure.class);
    }

    @Test
    @DisplayName("neither number nor text shows in outcomes, in the gateway's own name or in the log")
    final void nothingLeaks() {
        List<Supplier<Scene>> scenes = List.of(this::accepting, this::optedOut, this::unavailable, this::silent);
        for (Supplier<Scene> setting : scenes) {
            Scene scene = setting.get();
            String said = send(scene) + " " + scene.gateway() + " " + log.text();
            String digits = scene.to().e164().substring(1);
            assertThat(said).doesNotContain(digits).doesNotContain("493027").doesNotContain("your code");
        }
    }

    /** What the gateway and its libraries have logged since the test began. */
    protected final String logged() {
        return log.text();
    }

    protected static SendOutcome send(Scene scene) {
        return scene.gateway().send(new TextMessage(scene.to(), Secret.of(BODY), Duration.ofMinutes(5)));
    }
}
