package dev.twostep.push;

/** The answer to a phone that answers. */
public sealed interface Answering {

    /** It counts. */
    record Counted(RequestStatus was, RequestStatus is) implements Answering {}

    /** @param triesLeft with none, it was a denial */
    record WrongNumber(int triesLeft) implements Answering {}

    /** Somebody or something was faster. */
    record Over(RequestStatus status) implements Answering {}

    /** What was signed is about something else. */
    record NotForIt() implements Answering {}
}
