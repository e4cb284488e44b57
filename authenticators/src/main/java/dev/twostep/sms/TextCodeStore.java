package dev.twostep.sms;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: where codes are kept. Every call is one atomic step of its own that other nodes see at once and that a rolled-back
 * request does not undo. If the store fails, the call throws and nothing is accepted or sent.
 */
public interface TextCodeStore {

    /** The newest code of this owner that was neither accepted nor replaced; expired and exhausted ones count. */
    Optional<TextCode> latest(CodeOwner owner);

    /**
     * Writes down a new code; {@code replaced}, if any, is worth nothing from then on. The new code starts with the tries that it
     * is given, or with those that the replaced one has had by now, if they are more.
     */
    void insert(TextCode code, @Nullable TextCode replaced);

    /** Counts one try before it is compared. False if the code is used, expired, or has had {@code maxTries}. */
    boolean spendTry(String id, int maxTries, Instant now);

    /** Accepts the code. True for one caller only, and never for a used or expired code. */
    boolean consume(String id, Instant now);

    /** Moves the delivery on, if it still stands at {@code from}. True for one caller only. */
    boolean moveDelivery(String id, Delivery from, Delivery to, @Nullable Refusal refusal, Instant now);
}
