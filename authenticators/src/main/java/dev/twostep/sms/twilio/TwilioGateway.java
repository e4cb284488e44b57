package dev.twostep.sms.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SmsGateway;
import dev.twostep.sms.TextMessage;
import dev.twostep.sms.http.HttpLine;
import java.time.Duration;

/** Sends through Twilio's Messages resource. */
public final class TwilioGateway implements SmsGateway {

    /** The limits of {@code ValidityPeriod}, in seconds. */
    private static final long SHORTEST_VALIDITY = 1;

    private static final long LONGEST_VALIDITY = 36_000;

    private final TwilioSettings settings;
    private final TwilioRestClient client;

    public TwilioGateway(TwilioSettings settings, HttpLine line) {
        this.settings = settings;
        this.client = new TwilioRestClient.Builder(
                        settings.login().user(), settings.login().secret().reveal())
                .accountSid(settings.accountSid())
                .region(settings.place().region())
                .edge(settings.place().edge())
                .httpClient(new TwilioHttp(line, settings.place().apiBaseUrl()))
                .build();
    }

    @Override
    public SendOutcome send(TextMessage message) {
        try {
            String sid = creator(message).create(client).getSid();
            return sid == null ? new SendOutcome.Unsure("no-sid") : new SendOutcome.Accepted(sid);
        } catch (TwilioHttp.NotCreated e) {
            return e.outcome();
        } catch (RuntimeException e) {
            // The SDK could not read an answer that says success. What it says about that may quote the number.
            return new SendOutcome.Unsure("unreadable");
        }
    }

    private MessageCreator creator(TextMessage message) {
        MessageCreator creator =
                fromSender(new PhoneNumber(message.to().e164()), message.body().reveal());
        creator.setValidityPeriod(validity(message.validFor()));
        if (settings.statusCallback() != null) {
            creator.setStatusCallback(settings.statusCallback());
        }
        return creator;
    }

    private MessageCreator fromSender(PhoneNumber to, String body) {
        if (settings.sender() instanceof TwilioSettings.Sender.MessagingService service) {
            return Message.creator(to, service.sid(), body);
        }
        return Message.creator(to, new PhoneNumber(((TwilioSettings.Sender.OwnNumber) settings.sender()).from()), body);
    }

    private static int validity(Duration validFor) {
        return (int) Math.max(SHORTEST_VALIDITY, Math.min(LONGEST_VALIDITY, validFor.toSeconds()));
    }
}
