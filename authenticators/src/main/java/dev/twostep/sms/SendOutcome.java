package dev.twostep.sms;

/** What became of a text message that was handed to a {@link SmsGateway}. */
public sealed interface SendOutcome {

    /** The gateway took it. {@code messageId} is the gateway's own name for it, by which delivery reports refer to it. */
    record Accepted(String messageId) implements SendOutcome {}

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
