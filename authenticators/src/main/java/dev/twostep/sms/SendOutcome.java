package dev.twostep.sms;

import java.util.Locale;

/** What became of a text message that was handed to a {@link SmsGateway}. */
public sealed interface SendOutcome {

    /** The gateway's own error code or status, for the log; empty if it took the message. */
    String vendorCode();

    /** The name in metrics, from a closed set. */
    default String label() {
        if (this instanceof Refused refused) {
            return refused.why().name().toLowerCase(Locale.ROOT);
        }
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The gateway took it. {@code messageId} is the gateway's own name for it, by which delivery reports refer to it. */
    record Accepted(String messageId) implements SendOutcome {

        @Override
        public String vendorCode() {
            return "";
        }
    }

    /**
     * The gateway answered that it will not send this message. Surely not sent.
     *
     * @param vendorCode the gateway's own error code or HTTP status, for the log and the admin; never free text
     */
    record Refused(Refusal why, String vendorCode) implements SendOutcome {}

    /** Surely not sent: connection refused, or told to come back later (429). Another gateway may send it. */
    record NotSent(String vendorCode) implements SendOutcome {}

    /** Perhaps sent: no answer in time, or a server error after the request was out. Must not be sent again. */
    record Unsure(String vendorCode) implements SendOutcome {}
}
