package dev.twostep.sms;

import dev.twostep.throttle.Claim;

/**
 * A text with a code, waiting for a worker.
 *
 * @param codeId its {@link TextCode}, which stands at {@link Delivery#QUEUED}
 * @param pause  the wait between two texts that it used, given back if it surely was not sent
 */
public record PendingText(String codeId, TextMessage message, Claim pause) {}
