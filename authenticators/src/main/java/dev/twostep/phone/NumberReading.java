package dev.twostep.phone;

/** What {@link PhoneNumbers} made of a typed text. */
public sealed interface NumberReading {

    /** @param region the country as ISO 3166-1 alpha-2; several share one calling code */
    record Read(PhoneNumber number, String region) implements NumberReading {}

    record Problem(NumberProblem why) implements NumberReading {}
}
