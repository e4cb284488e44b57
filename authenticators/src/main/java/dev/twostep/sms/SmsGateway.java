package dev.twostep.sms;

/**
 * Port: hands one text message to a carrier.
 *
 * <p>Implementations are safe for use by many threads, answer within five seconds, never send a message twice, and
 * report every failure as a {@link SendOutcome}; an exception that escapes is a defect and counts as
 * {@link SendOutcome.Unsure}.
 */
public interface SmsGateway {

    SendOutcome send(TextMessage message);
}
