package dev.twostep.sms.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Locale;

/** Speaks Twilio's protocol, with the bodies that Twilio answers. */
final class FakeTwilio {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    void forget() {
        server.resetAll();
    }

    String url() {
        return server.baseUrl();
    }

    List<LoggedRequest> requests() {
        return server.findAll(toMessages());
    }

    static RequestPatternBuilder toMessages() {
        return postRequestedFor(urlEqualTo(MESSAGES));
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(create().willReturn(answer));
    }

    void answersFirst(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        server.stubFor(create().inScenario("two")
                .whenScenarioStateIs("Started")
                .willSetStateTo("again")
                .willReturn(first));
        server.stubFor(create().inScenario("two").whenScenarioStateIs("again").willReturn(then));
    }

    private static MappingBuilder create() {
        return post(urlEqualTo(MESSAGES));
    }

    static ResponseDefinitionBuilder created() {
        return aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                {"account_sid": "%s", "api_version": "2010-04-01", "body": "493027 is your code",
                 "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null,
                 "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000", "direction": "outbound-api",
                 "error_code": null, "error_message": null, "from": null,
                 "messaging_service_sid": "MG00000000000000000000000000000002", "num_media": "0",
                 "num_segments": "1", "price": null, "price_unit": null,
                 "sid": "SM00000000000000000000000000000003", "status": "accepted",
                 "subresource_uris": {"media": "/2010-04-01/Accounts/x/Messages/y/Media.json"},
                 "to": "+447700900123", "uri": "/2010-04-01/Accounts/x/Messages/y.json", "later": {"added": 1}}
                """.formatted(ACCOUNT));
    }

    static ResponseDefinitionBuilder error(int status, int code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(String.format(
                        Locale.ROOT,
                        "{\"code\":%d,\"message\":\"%s\",\"more_info\":\"https://www.twilio.com/docs/errors/%d\",\"status\":%d}",
                        code,
                        message,
                        code,
                        status));
    }
}
