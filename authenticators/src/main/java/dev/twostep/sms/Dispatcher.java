package dev.twostep.sms;

/** Port: sends in the background. Neither method waits for a gateway; false means the queue is full and nothing was taken. */
public interface Dispatcher {

    /** Takes a text with a code and reports its delivery to the {@link TextCodeStore}. */
    boolean handOver(PendingText text);

    /** Takes a notice, of which nobody waits for a report. */
    boolean handOver(TextMessage notice);
}
