package dev.twostep.it.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Twilio's message resource on loopback. It takes every message unless told otherwise for a number, so that tests with
 * numbers of their own do not disturb each other.
 */
public final class FakeTwilio implements AutoCloseable {

    private static final UrlPattern MESSAGES = urlPathMatching("/2010-04-01/Accounts/[^/]+/Messages\\.json");
    private static final int RULE_FOR_A_NUMBER = 1;
    private static final int RULE_FOR_ALL = 9;

    private final WireMockServer server;

    private FakeTwilio(WireMockServer server) {
        this.server = server;
    }

    public static FakeTwilio start(String address) {
        FakeTwilio twilio = new FakeTwilio(new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress(address)
                .globalTemplating(true)));
        twilio.server.start();
        twilio.server.stubFor(post(MESSAGES).atPriority(RULE_FOR_ALL).willReturn(accepted()));
        return twilio;
    }

    public int port() {
        return server.port();
    }

    /** From now on messages to this number are taken after a while. */
    public void delay(String number, Duration wait) {
        server.stubFor(to(number).willReturn(accepted().withFixedDelay(Math.toIntExact(wait.toMillis()))));
    }

    /**
     * From now on messages to this number are refused.
     *
     * @param status HTTP status, for example 400 or 429
     * @param code   Twilio's error number, for example 21610 for a number that has opted out
     */
    public void refuse(String number, int status, int code) {
        server.stubFor(to(number).willReturn(refused(status, code)));
    }

    /** From now on messages to this number end in a server error without a body of Twilio's. */
    public void breakDown(String number, int status) {
        server.stubFor(to(number).willReturn(aResponse().withStatus(status).withBody("upstream trouble")));
    }

    /** From now on the connection breaks after a message to this number has been read. */
    public void hangUp(String number) {
        server.stubFor(to(number).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** All requests for this number since the start, in order; the form fields are {@code formParameter("Body")}. */
    public List<LoggedRequest> requestsFor(String number) {
        return server.findAll(postRequestedFor(MESSAGES).withFormParam("To", equalTo(number)));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MappingBuilder to(String number) {
        return post(MESSAGES).atPriority(RULE_FOR_A_NUMBER).withFormParam("To", equalTo(number));
    }

    private static ResponseDefinitionBuilder accepted() {
        return json(201).withBody("""
                {{formData request.body 'form' urlDecode=true}}
                {"account_sid": "{{request.pathSegments.[2]}}",
                 "api_version": "2010-04-01",
                 "body": "(as sent)",
                 "date_created": "Sun, 22 Nov 2026 12:00:00 +0000",
                 "date_sent": null,
                 "date_updated": "Sun, 22 Nov 2026 12:00:00 +0000",
                 "direction": "outbound-api",
                 "error_code": null,
                 "error_message": null,
                 "from": null,
                 "messaging_service_sid": null,
                 "num_media": "0",
                 "num_segments": "1",
                 "price": null,
                 "price_unit": null,
                 "sid": "SM{{randomValue length=32 type='HEXADECIMAL'}}",
                 "status": "accepted",
                 "subresource_uris": {},
                 "to": "{{form.To}}",
                 "uri": "{{request.path}}"}
                """);
    }

    private static ResponseDefinitionBuilder refused(int status, int code) {
        return json(status).withBody(String.format(Locale.ROOT, """
                        {"code": %d,
                         "message": "Refused, says the fake.",
                         "more_info": "https://www.twilio.com/docs/errors/%d",
                         "status": %d}
                        """, code, code, status));
    }

    private static ResponseDefinitionBuilder json(int status) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json");
    }
}
