package dev.twostep.sms.outbox;

import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SmsGateway;
import dev.twostep.sms.TextMessage;
import java.util.Map;
import java.util.UUID;

/**
 * Puts messages into an {@link Outbox}. Numbers with certain last digits fail on purpose, so that one can see how that
 * looks: {@code +1 202 555 0001} is no number, {@code …0003} falls silent, {@code …0004} has opted out, {@code …0005}
 * cannot be reached, {@code …0009} is no mobile. All of them pass the checks that come before the gateway.
 */
public final class OutboxGateway implements SmsGateway {

    private static final int LAST_DIGITS = 4;

    private static final Map<String, SendOutcome> ON_PURPOSE = Map.of(
            "0001", new SendOutcome.Refused(Refusal.INVALID_NUMBER, "0001"),
            "0003", new SendOutcome.Unsure("0003"),
            "0004", new SendOutcome.Refused(Refusal.OPTED_OUT, "0004"),
            "0005", new SendOutcome.NotSent("0005"),
            "0009", new SendOutcome.Refused(Refusal.NOT_A_MOBILE, "0009"));

    private final Outbox outbox;

    public OutboxGateway(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public SendOutcome send(TextMessage message) {
        String number = message.to().e164();
        SendOutcome onPurpose = ON_PURPOSE.get(number.substring(number.length() - LAST_DIGITS));
        if (onPurpose != null) {
            return onPurpose;
        }
        outbox.add(message);
        return new SendOutcome.Accepted(UUID.randomUUID().toString());
    }
}
