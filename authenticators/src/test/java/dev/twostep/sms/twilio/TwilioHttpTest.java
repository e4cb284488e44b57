package dev.twostep.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import dev.twostep.secret.Secret;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioHttpTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, https://api.twilio.com/2010-04-01/x.json",
                "ie1, -, https://api.ie1.twilio.com/2010-04-01/x.json",
                "ie1, dublin, https://api.dublin.ie1.twilio.com/2010-04-01/x.json",
                "-, sydney, https://api.sydney.us1.twilio.com/2010-04-01/x.json"
            })
    @DisplayName("region and edge choose Twilio's host as Twilio's own client does")
    void host(String region, String edge, URI expected) {
        assertThat(TwilioHttp.target(request(region, edge), null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://egress.example:8443", "https://egress.example:8443/"})
    @DisplayName("a base URL takes the place of scheme, host and port")
    void baseUrl(String baseUrl) {
        assertThat(TwilioHttp.target(request("ie1", null), baseUrl))
                .isEqualTo(URI.create("https://egress.example:8443/2010-04-01/x.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://egress.example", "ftp://127.0.0.1", "egress", "http://127.0.0.1.example", "https:x"})
    @DisplayName("credentials go over https only, except to this machine")
    void plainBaseUrl(String baseUrl) {
        assertThatIllegalArgumentException().isThrownBy(() -> TwilioSettings.Place.at(baseUrl));
    }

    @Test
    @DisplayName("what becomes part of a host name or a path is checked first")
    void shapes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwilioSettings.Place("evil.example/", null, null, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new TwilioSettings.Place(null, "a.b", null, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwilioSettings(
                        "../..",
                        new TwilioSettings.Login("u", Secret.of("s")),
                        new TwilioSettings.Sender.OwnNumber("+15005550006"),
                        TwilioSettings.Place.at(null),
                        null));
    }

    private static Request request(String region, String edge) {
        Request request = new Request(HttpMethod.POST, "api", "/2010-04-01/x.json");
        request.setRegion(region);
        request.setEdge(edge);
        return request;
    }
}
