package dev.twostep.phone;

/** What {@link PhoneNumbers} made of a typed text. */
public sealed interface NumberReading {

    /** @param region the country as ISO 3166-1 alpha-2; several share one calling code */
    record Read(PhoneNumber number, String region) implements NumberReading {}

    /** @param region the country that the number was taken for, where that is what is wrong with it; or empty */
    record Problem(NumberProblem why, String region) implements NumberReading {

        public Problem(NumberProblem why) {
            this(why, "");
        }
    }
}
