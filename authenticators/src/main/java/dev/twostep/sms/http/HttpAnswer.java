package dev.twostep.sms.http;

/** How an exchange over an {@link HttpLine} ended. The reasons are words of ours, never text from the wire. */
public sealed interface HttpAnswer {

    /** The gateway answered. */
    record Answered(int status, String body) implements HttpAnswer {}

    /** No connection came about: surely nothing was handed over. */
    record NotReached(String why) implements HttpAnswer {}

    /** The request may have arrived, but no whole answer came back. */
    record Silence(String why) implements HttpAnswer {}
}
