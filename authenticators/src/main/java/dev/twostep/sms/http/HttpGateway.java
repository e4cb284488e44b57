package dev.twostep.sms.http;

import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SmsGateway;
import dev.twostep.sms.TextMessage;
import java.net.http.HttpRequest;

/** Sends through any gateway that takes one HTTP request per message. */
public final class HttpGateway implements SmsGateway {

    private final HttpCall call;
    private final HttpVerdict verdict;
    private final HttpLine line;

    public HttpGateway(HttpCall call, HttpVerdict verdict, HttpLine line) {
        this.call = call;
        this.verdict = verdict;
        this.line = line;
    }

    @Override
    public SendOutcome send(TextMessage message) {
        HttpRequest request;
        try {
            request = call.request(message);
        } catch (RuntimeException e) {
            return new SendOutcome.Refused(Refusal.MISCONFIGURED, "request"); // nothing went out yet
        }
        HttpAnswer answer = line.exchange(request);
        if (answer instanceof HttpAnswer.Answered answered) {
            return verdict.of(answered.status(), answered.body());
        }
        if (answer instanceof HttpAnswer.NotReached notReached) {
            return new SendOutcome.NotSent(notReached.why());
        }
        return new SendOutcome.Unsure(((HttpAnswer.Silence) answer).why());
    }
}
