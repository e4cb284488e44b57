package dev.twostep.apppassword;

/** What became of the password that an app sent. Nothing but {@link Unknown} can have been a guess. */
public sealed interface AppPasswordUse {

    /** Right, live, and this client's. */
    record Accepted(IssuedPassword password) implements AppPasswordUse {}

    /** None of the user's. */
    record Unknown() implements AppPasswordUse {}

    /** It was one, and its time is over or its grounds are gone. */
    record Over(IssuedPassword password, IssuedPassword.State why) implements AppPasswordUse {}

    /**
     * Live, but another client's (A1).
     *
     * @param news whether the user has not been told within the hour
     */
    record OtherClient(IssuedPassword password, boolean news) implements AppPasswordUse {}
}
