package dev.twostep.sms.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.twostep.sms.twilio.FakeTwilio.created;
import static dev.twostep.sms.twilio.FakeTwilio.error;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import dev.twostep.sms.Ports;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SendOutcome.Accepted;
import dev.twostep.sms.SendOutcome.NotSent;
import dev.twostep.sms.SendOutcome.Unsure;
import dev.twostep.sms.SmsGatewayContract;
import dev.twostep.sms.TextMessage;
import dev.twostep.sms.http.HttpLine;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioGatewayTest extends SmsGatewayContract {

    private static final FakeTwilio TWILIO = new FakeTwilio();
    private static final PhoneNumber SOMEONE = PhoneNumber.ofE164("+447700900123");
    private static final String SID = "SM00000000000000000000000000000003";
    private static final TwilioSettings.Login API_KEY =
            new TwilioSettings.Login("SK00000000000000000000000000000004", Secret.of("key-secret"));
    private static final TwilioSettings.Sender SERVICE =
            new TwilioSettings.Sender.MessagingService("MG00000000000000000000000000000002");
    private static final HttpLine PATIENT = line(Duration.ofSeconds(5));
    private static final HttpLine HASTY = line(Duration.ofMillis(600));

    @BeforeAll
    static void start() {
        TWILIO.start();
    }

    @AfterAll
    static void stop() {
        TWILIO.stop();
    }

    @BeforeEach
    void forget() {
        TWILIO.forget();
    }

    @Override
    protected Scene accepting() {
        TWILIO.answers(created());
        return new Scene(gateway(PATIENT), SOMEONE);
    }

    @Override
    protected Scene optedOut() {
        TWILIO.answers(error(400, 21610, "Attempt to send to unsubscribed recipient"));
        return new Scene(gateway(PATIENT), SOMEONE);
    }

    @Override
    protected Scene unavailable() {
        return new Scene(gatewayAt("http://127.0.0.1:" + Ports.closed(), PATIENT), SOMEONE);
    }

    @Override
    protected Scene silent() {
        TWILIO.answers(created().withFixedDelay(3_000));
        return new Scene(gateway(HASTY), SOMEONE);
    }

    @Test
    @DisplayName("the message goes out with exactly the parameters that Twilio names")
    void parameters() {
        TWILIO.answers(created());

        assertThat(sendFor(Duration.ofMinutes(5))).isEqualTo(new Accepted(SID));

        LoggedRequest request = TWILIO.requests().get(0);
        assertThat(form(request))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "To", "+447700900123",
                        "MessagingServiceSid", "MG00000000000000000000000000000002",
                        "Body", "493027 કોડ & 100% = «ok» 🔑\n@example.org #493027",
                        "ValidityPeriod", "300",
                        "StatusCallback", "https://login.example.org/realms/twostep/twostep/sms/twilio/status"));
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    @DisplayName("the API key logs in, not the account")
    void apiKey() {
        TWILIO.answers(created());
        sendFor(Duration.ofMinutes(5));
        assertThat(TWILIO.requests().get(0).getHeader("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString("SK00000000000000000000000000000004:key-secret".getBytes(UTF_8)));
    }

    @Test
    @DisplayName("a number of ours goes as From, and nothing else is added")
    void from() {
        TWILIO.answers(created());
        TwilioSettings settings = new TwilioSettings(
                FakeTwilio.ACCOUNT,
                API_KEY,
                new TwilioSettings.Sender.OwnNumber("+15005550006"),
                TwilioSettings.Place.at(TWILIO.url() + "/"),
                null);

        new TwilioGateway(settings, PATIENT).send(message(Duration.ofMinutes(2)));

        assertThat(form(TWILIO.requests().get(0)))
                .containsOnlyKeys("To", "From", "Body", "ValidityPeriod")
                .containsEntry("From", "+15005550006");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_999, 36_000_500, 90_000_000})
    @DisplayName("ValidityPeriod is whole seconds within Twilio's limits")
    void validity(long millis) {
        TWILIO.answers(created());
        sendFor(Duration.ofMillis(millis));
        assertThat(form(TWILIO.requests().get(0)).get("ValidityPeriod")).isEqualTo(millis < 2_000 ? "1" : "36000");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    @DisplayName("a server error leads to one request, not four, because the message may be out")
    void serverErrorIsNotRepeated(int status) {
        TWILIO.answers(error(status, 20500, "Internal Server Error"));
        assertThat(sendFor(Duration.ofMinutes(5))).isEqualTo(new Unsure("20500"));
        assertThat(TWILIO.requests()).hasSize(1);
    }

    @Test
    @DisplayName("429 was surely not sent: one further try, one message")
    void tooManyRequestsIsTriedOnceMore() {
        TWILIO.answersFirst(error(429, 20429, "Too Many Requests"), created());
        assertThat(sendFor(Duration.ofMinutes(5))).isEqualTo(new Accepted(SID));
        assertThat(TWILIO.requests()).hasSize(2);
    }

    @Test
    @DisplayName("429 twice is NotSent, so that the next gateway may send")
    void tooManyRequestsTwice() {
        TWILIO.answers(error(429, 20429, "Too Many Requests"));
        assertThat(sendFor(Duration.ofMinutes(5))).isEqualTo(new NotSent("20429"));
        assertThat(TWILIO.requests()).hasSize(2);
    }

    @Test
    @DisplayName("nobody listening is NotSent")
    void refusedConnection() {
        assertThat(gatewayAt("http://127.0.0.1:" + Ports.closed(), PATIENT).send(message(Duration.ofMinutes(5))))
                .isEqualTo(new NotSent("connect-refused"));
    }

    @Test
    @DisplayName("a slow answer is given up after the total time, and not asked for again")
    void slowAnswer() {
        TWILIO.answers(created().withFixedDelay(3_000));
        assertThat(gateway(HASTY).send(message(Duration.ofMinutes(5)))).isEqualTo(new Unsure("timeout"));
        assertThat(TWILIO.requests()).hasSize(1);
    }

    @Test
    @DisplayName("an answer that drips is given up after the total time")
    void drippingAnswer() {
        TWILIO.answers(created().withChunkedDribbleDelay(10, 5_000));
        long begin = System.nanoTime();
        assertThat(gateway(HASTY).send(message(Duration.ofMinutes(5)))).isEqualTo(new Unsure("timeout"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    @DisplayName("a connection that breaks after the request is Unsure and not tried again")
    void brokenConnection(Fault fault) {
        TWILIO.answers(aResponse().withFault(fault));
        assertThat(sendFor(Duration.ofMinutes(5))).isEqualTo(new Unsure("broken"));
        assertThat(TWILIO.requests()).hasSize(1);
    }

    @Test
    @DisplayName("success that cannot be read is Unsure, and quotes nothing of it")
    void unreadableSuccess() {
        TWILIO.answers(aResponse().withStatus(201).withBody("<html>+447700900123</html>"));
        assertThat(sendFor(Duration.ofMinutes(5))).isEqualTo(new Unsure("unreadable"));
        TWILIO.answers(aResponse().withStatus(201).withBody("{}"));
        assertThat(sendFor(Duration.ofMinutes(5))).isEqualTo(new Unsure("no-sid"));
    }

    @Test
    @DisplayName("the SDK's debug log, which is heard here, breaks nothing")
    void debugLog() {
        assertThat(send(accepting())).isEqualTo(new Accepted(SID));
        assertThat(logged()).contains("BEGIN Twilio API Request").contains("status code: 201");
    }

    @Test
    @DisplayName("redirects are not followed: the code goes nowhere else")
    void redirect() {
        TWILIO.answers(aResponse().withStatus(307).withHeader("Location", TWILIO.url() + "/elsewhere"));
        assertThat(sendFor(Duration.ofMinutes(5))).isInstanceOf(SendOutcome.Refused.class);
        assertThat(TWILIO.requests()).hasSize(1);
    }

    private static SendOutcome sendFor(Duration validFor) {
        return gateway(PATIENT).send(message(validFor));
    }

    private static TextMessage message(Duration validFor) {
        return new TextMessage(SOMEONE, Secret.of("493027 કોડ & 100% = «ok» 🔑\n@example.org #493027"), validFor);
    }

    private static TwilioGateway gateway(HttpLine line) {
        return gatewayAt(TWILIO.url(), line);
    }

    private static TwilioGateway gatewayAt(String url, HttpLine line) {
        return new TwilioGateway(
                new TwilioSettings(
                        FakeTwilio.ACCOUNT,
                        API_KEY,
                        SERVICE,
                        TwilioSettings.Place.at(url),
                        "https://login.example.org/realms/twostep/twostep/sms/twilio/status"),
                line);
    }

    private static HttpLine line(Duration total) {
        return new HttpLine(Duration.ofSeconds(2), total, new Random(1));
    }

    private static Map<String, String> form(LoggedRequest request) {
        return Arrays.stream(request.getBodyAsString().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
