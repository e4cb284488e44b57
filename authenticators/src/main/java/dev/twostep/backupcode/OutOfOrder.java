package dev.twostep.backupcode;

/** What a realm does with an active code that is not the next one (B4). */
public enum OutOfOrder {
    /** Refuses it and makes all active codes inactive. */
    REFUSE,
    /** Accepts it and makes the earlier ones inactive. */
    ACCEPT
}
