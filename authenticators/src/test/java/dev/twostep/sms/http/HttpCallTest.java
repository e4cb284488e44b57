package dev.twostep.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import dev.twostep.sms.TextMessage;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class HttpCallTest {

    private static final String GUJARATI = "તમારો કોડ ૪૯૩૦૨૭ છે";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\",\"to\":\"+10000000000\",\"x\":\"",
                "a&to=%2B10000000000&b=c+d%20e",
                "]]></text><to>+10000000000</to><!--",
                "&xxe; &amp; <a href='x'>",
                "one\r\ntwo\n\tthree",
                "\\u0022 \\ \\\" $1 ${x} {to} {body}",
                "🔑 emoji 👩‍👩‍👧",
                GUJARATI
            })
    @DisplayName("C3: a body arrives as it was written, whatever it looks like")
    void escaping(String text) throws Exception {
        assertThat(json(fill("application/json", "{\"text\":\"{body}\"}", text)))
                .isEqualTo(text);
        assertThat(json(fill("application/vnd.sms+json; charset=utf-8", "{\"text\":\"{body}\"}", text)))
                .isEqualTo(text);
        assertThat(form(fill("application/x-www-form-urlencoded", "text={body}", text)))
                .isEqualTo(text);
        Element xml = xml(fill("application/xml", "<sms to=\"{to}\" text=\"{body}\">{body}</sms>", text));
        assertThat(xml.getTextContent()).isEqualTo(text);
        assertThat(xml.getAttribute("text")).isEqualTo(text);
        assertThat(xml.getAttribute("to")).isEqualTo("+447700900123");
        assertThat(fill("text/plain", "{body}", text)).isEqualTo(text);
        assertThat(URLDecoder.decode(query(text), StandardCharsets.UTF_8)).isEqualTo("t=" + text + "&to=+447700900123");
    }

    @Test
    @DisplayName("what XML cannot hold is replaced, not sent")
    void xmlControl() throws Exception {
        assertThat(xml(fill("text/xml", "<a>{body}</a>", "x\u0000y\uD800z")).getTextContent())
                .isEqualTo("x\uFFFDy\uFFFDz");
    }

    @Test
    @DisplayName("plain text and XML say in which charset they are sent")
    void charset() {
        assertThat(new HttpCall.Body("text/plain", "x").header()).isEqualTo("text/plain;charset=utf-8");
        assertThat(new HttpCall.Body("application/json", "x").header()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | https://sms.example | application/json   | {\"a\":\"{body}\"} | method",
                "POST   | http://sms.example  | application/json   | {\"a\":\"{body}\"} | url",
                "POST   | sms.example         | application/json   | {\"a\":\"{body}\"} | url",
                "POST   | https://s s         | application/json   | {\"a\":\"{body}\"} | url",
                "POST   | https://sms.example | application/binary | {\"a\":\"{body}\"} | content-type",
                "POST   | https://sms.example | application/json   | {\"a\":{body}}     | body",
                "POST   | https://sms.example | application/json   | {\"a\":\"{body}\"  | body"
            })
    @DisplayName("settings of which no request can be made are refused at once, by name")
    void unusable(String method, String url, String contentType, String template, String setting) {
        HttpCall.Body body = new HttpCall.Body(contentType, template);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpCall(method, url, false, Map.of(), new HttpAuth.None(), body))
                .withMessageStartingWith(setting + ":");
    }

    @Test
    @DisplayName("a header that HTTP forbids is refused without being quoted")
    void headers() {
        HttpCall.Body none = new HttpCall.Body("text/plain", "");
        HttpAuth auth = new HttpAuth.Header("X-Key", Secret.of("se\r\ncret"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpCall("GET", "https://sms.example", false, Map.of(), auth, none))
                .withMessage("headers: one is not allowed")
                .withNoCause();
    }

    @Test
    @DisplayName("plain http is allowed to this machine, and elsewhere only on demand")
    void plainHttp() {
        HttpCall.Body none = new HttpCall.Body("text/plain", "");
        assertThat(new HttpCall("GET", "http://sms.example", true, Map.of(), new HttpAuth.None(), none))
                .isNotNull();
        assertThat(new HttpCall("GET", "http://[::1]:8080/x", false, Map.of(), new HttpAuth.None(), none))
                .isNotNull();
    }

    private static String fill(String contentType, String template, String text) {
        return new HttpCall.Body(contentType, template).fill(message(text));
    }

    private static TextMessage message(String text) {
        return new TextMessage(PhoneNumber.ofE164("+447700900123"), Secret.of(text), Duration.ofMinutes(5));
    }

    private static String query(String text) {
        HttpCall call = new HttpCall(
                "GET",
                "https://sms.example/?t={body}&to={to}",
                false,
                Map.of(),
                new HttpAuth.None(),
                new HttpCall.Body("text/plain", ""));
        return call.request(message(text)).uri().getRawQuery();
    }

    private static String json(String body) throws Exception {
        return new ObjectMapper().readTree(body).get("text").asText();
    }

    private static String form(String body) {
        assertThat(body).startsWith("text=").doesNotContain("&");
        return URLDecoder.decode(body.substring("text=".length()), StandardCharsets.UTF_8);
    }

    private static Element xml(String body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(body)))
                .getDocumentElement();
    }
}
