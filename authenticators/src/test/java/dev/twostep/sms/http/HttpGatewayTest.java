package dev.twostep.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpGatewayTest extends SmsGatewayContract {

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private static final PhoneNumber SOMEONE = PhoneNumber.ofE164("+447700900123");
    private static final HttpCall.Body JSON =
            new HttpCall.Body("application/json", "{\"to\":\"{to}\",\"text\":\"{body}\",\"ttl\":{validity-seconds}}");

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    @Override
    protected Scene accepting() {
        answer(okJson("{\"id\":\"m-1\"}"));
        return scene(SERVER.baseUrl(), Duration.ofSeconds(5));
    }

    @Override
    protected Scene optedOut() {
        answer(aResponse()
                .withStatus(422)
                .withBody("{\"error\":{\"code\":\"E17\",\"text\":\"+447700900123 said STOP\"}}"));
        return scene(SERVER.baseUrl(), Duration.ofSeconds(5));
    }

    @Override
    protected Scene unavailable() {
        return scene("http://127.0.0.1:" + Ports.closed(), Duration.ofSeconds(5));
    }

    @Override
    protected Scene silent() {
        answer(aResponse().withFixedDelay(3_000));
        return scene(SERVER.baseUrl(), Duration.ofMillis(400));
    }

    @Test
    @DisplayName("the request is what the settings say")
    void request() {
        answer(okJson("{\"id\":\"m-1\"}"));

        assertThat(send("hello", new HttpAuth.None())).isEqualTo(new Accepted("m-1"));

        LoggedRequest request = SERVER.findAll(anyRequestedFor(anyUrl())).get(0);
        assertThat(request.getMethod().value()).isEqualTo("PUT");
        assertThat(request.getUrl()).isEqualTo("/send?n=447700900123&p=%2B447700900123");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("X-Route")).isEqualTo("codes");
        assertThat(request.getBodyAsString()).isEqualTo("{\"to\":\"+447700900123\",\"text\":\"hello\",\"ttl\":120}");
    }

    @Test
    @DisplayName("who sends is proved by basic, bearer or a header of the gateway's own")
    void auth() {
        answer(okJson("{}"));
        send("x", new HttpAuth.Basic("me", Secret.of("pässword")));
        send("x", new HttpAuth.Bearer(Secret.of("token")));
        send("x", new HttpAuth.Header("X-Api-Key", Secret.of("key")));
        List<LoggedRequest> requests = SERVER.findAll(anyRequestedFor(anyUrl()));
        assertThat(requests.get(0).getHeader("Authorization")).isEqualTo("Basic bWU6cMOkc3N3b3Jk");
        assertThat(requests.get(1).getHeader("Authorization")).isEqualTo("Bearer token");
        assertThat(requests.get(2).getHeader("X-Api-Key")).isEqualTo("key");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    @DisplayName("a server error leads to one request, because the message may be out")
    void serverErrorIsNotRepeated(int status) {
        answer(aResponse().withStatus(status));
        assertThat(send("x", new HttpAuth.None())).isEqualTo(new Unsure("http-" + status));
        assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
    }

    @Test
    @DisplayName("429 is tried once more and then left to the next gateway")
    void tooManyRequests() {
        answer(aResponse().withStatus(429));
        assertThat(send("x", new HttpAuth.None())).isEqualTo(new NotSent("http-429"));
        assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(2);
    }

    @Test
    @DisplayName("a connection that breaks after the request is Unsure and not tried again")
    void broken() {
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(send("x", new HttpAuth.None())).isEqualTo(new Unsure("broken"));
        assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static SendOutcome send(String body, HttpAuth auth) {
        return gateway(SERVER.baseUrl(), auth, Duration.ofSeconds(5))
                .send(new TextMessage(SOMEONE, Secret.of(body), Duration.ofMinutes(2)));
    }

    private static Scene scene(String url, Duration total) {
        return new Scene(gateway(url, new HttpAuth.None(), total), SOMEONE);
    }

    private static HttpGateway gateway(String url, HttpAuth auth, Duration total) {
        return new HttpGateway(
                new HttpCall("put", url + "/send?n={to-digits}&p={to}", false, Map.of("X-Route", "codes"), auth, JSON),
                new HttpVerdict(
                        new SuccessRule(Statuses.parse("success", "200-299"), null, null, JsonPointer.compile("/id")),
                        Refusals.parse("E17:OPTED_OUT", JsonPointer.compile("/error/code")),
                        Statuses.parse("not-sent", "429")),
                new HttpLine(Duration.ofSeconds(2), total, new Random(1)));
    }
}
