package dev.twostep.sms.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import dev.twostep.sms.TextMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a message is put to a gateway. Templates know the places {@code {to}} (+447700900123), {@code {to-digits}}
 * (447700900123), {@code {body}} and {@code {validity-seconds}}; values are escaped as the content type or the URL asks.
 */
public final class HttpCall {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Holds all that could break syntax, so that settings are tried out before the first message. */
    private static final TextMessage SAMPLE =
            new TextMessage(PhoneNumber.ofE164("+447700900123"), Secret.of("\"'<&>{}\\\n %+"), Duration.ofMinutes(5));

    private final String method;
    private final Template url;
    private final boolean plainAllowed;
    private final Map<String, String> headers;
    private final HttpAuth auth;
    private final Body body;

    /**
     * @param url          a template
     * @param plainAllowed whether unencrypted http is allowed to other machines too
     * @throws IllegalArgumentException if no request can be made of it; the message begins with the setting's name and
     *     repeats no value
     */
    public HttpCall(
            String method, String url, boolean plainAllowed, Map<String, String> headers, HttpAuth auth, Body body) {
        this.method = method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(this.method)) {
            throw new IllegalArgumentException("method: not one of GET, POST, PUT, PATCH");
        }
        this.url = new Template(url, Escaping.URL);
        this.plainAllowed = plainAllowed;
        this.headers = Map.copyOf(headers);
        this.auth = auth;
        this.body = body;
        tryOut();
    }

    /** @param template the body; empty for none */
    public record Body(String contentType, String template) {

        String fill(TextMessage message) {
            return new Template(template, Escaping.of(contentType)).fill(message);
        }

        /** With the charset in which it is sent, where the type does not imply it. */
        String header() {
            boolean silent = contentType.startsWith("text/") && !contentType.contains("charset");
            return silent ? contentType + ";charset=utf-8" : contentType;
        }
    }

    HttpRequest request(TextMessage message) {
        URI target = TrustedUrl.of("url", url.fill(message), plainAllowed);
        HttpRequest.Builder request = HttpRequest.newBuilder(target).setHeader("User-Agent", "twostep");
        if (body.template().isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", body.header())
                    .method(method, BodyPublishers.ofString(body.fill(message)));
        }
        headers.forEach(request::setHeader);
        auth.header().forEach(request::setHeader);
        return request.build();
    }

    private void tryOut() {
        TrustedUrl.of("url", url.fill(SAMPLE), plainAllowed);
        String filled = body.fill(SAMPLE);
        if (!filled.isEmpty() && Escaping.of(body.contentType()) == Escaping.JSON) {
            checkJson(filled);
        }
        try {
            request(SAMPLE);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "headers: one is not allowed"); // the JDK's message quotes it, secret or not
        }
    }

    private static void checkJson(String filled) {
        try {
            JSON.readTree(filled);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("body: not JSON once it is filled");
        }
    }
}
