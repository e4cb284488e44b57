package dev.twostep.sms.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.http.HttpAnswer;
import dev.twostep.sms.http.HttpLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpRequest;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * twilio-sdk's way to the network. The SDK's own client sends a message again after each server error, up to three
 * times, and waits 30 seconds; {@link HttpLine} does neither.
 */
final class TwilioHttp extends HttpClient {

    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final HttpLine line;
    private final @Nullable String baseUrl;

    TwilioHttp(HttpLine line, @Nullable String baseUrl) {
        this.line = line;
        this.baseUrl = baseUrl;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /** @throws NotCreated for everything but success, so that the SDK puts no sentence of Twilio's into an exception */
    @Override
    public Response makeRequest(Request request) {
        HttpAnswer answer = line.exchange(HttpRequest.newBuilder(target(request, baseUrl))
                .header("Authorization", request.getAuthString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("User-Agent", "twostep")
                .method(request.getMethod().toString(), HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
                .build());
        if (answer instanceof HttpAnswer.Answered answered) {
            return created(answered);
        }
        if (answer instanceof HttpAnswer.NotReached notReached) {
            throw new NotCreated(new SendOutcome.NotSent(notReached.why()));
        }
        throw new NotCreated(new SendOutcome.Unsure(((HttpAnswer.Silence) answer).why()));
    }

    private static Response created(HttpAnswer.Answered answered) {
        if (answered.status() < OK || answered.status() >= REDIRECT) {
            throw new NotCreated(TwilioErrors.outcome(answered.status(), answered.body()));
        }
        // Without an array of headers the SDK fails while it logs at debug level, after the message is out.
        return new Response(answered.body(), answered.status(), new Header[0]);
    }

    static URI target(Request request, @Nullable String baseUrl) {
        URL url = request.constructURL();
        try {
            return baseUrl == null ? url.toURI() : URI.create(baseUrl.replaceFirst("/+$", "") + url.getFile());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("account or region"); // the URL itself stays unsaid
        }
    }

    /** Carries an outcome through the SDK. */
    @SuppressWarnings("serial") // never leaves this package, let alone the JVM
    static final class NotCreated extends RuntimeException {

        private final transient SendOutcome outcome;

        NotCreated(SendOutcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }

        SendOutcome outcome() {
            return outcome;
        }
    }
}
