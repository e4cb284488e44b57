package dev.twostep.sms;

/** How far the latest text with a code has come. */
public enum Delivery {
    /** Written down, not yet in the hands of a worker. If it stays so, the node that wrote it is gone. */
    QUEUED,
    /** A worker has it; nobody else may send it. */
    SENDING,
    /** A gateway took it. */
    ACCEPTED,
    /** A gateway refused it for good. */
    REFUSED,
    /** Surely not sent; may be sent again at once. */
    NOT_SENT,
    /** Perhaps sent. */
    UNSURE
}
