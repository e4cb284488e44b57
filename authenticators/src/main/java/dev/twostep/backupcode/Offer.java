package dev.twostep.backupcode;

/** The answer to asking for a new code. */
public sealed interface Offer {

    /**
     * A code to keep. It is not accepted before it was kept; asking again answers with the same one (B9).
     *
     * @param set the user's codes, of which this is not one yet
     */
    record Made(BackupCode code, BackupCodeSet.Pending pending, BackupCodeSet set) implements Offer {}

    /** As many are active as there may be; only replacing all makes a new one (B2). */
    record Full() implements Offer {}

    /** Two-factor sign-in is off: there is nothing to back up. */
    record NoFactor() implements Offer {}
}
