package dev.twostep.backupcode;

/** The answer to having kept a code. */
public enum Keeping {
    /** It is active; so it was before if the answer had got lost. */
    KEPT,
    /**
     * It is not the code on offer: another one took its place, it is to replace all others by now, or the factor that it hung on is gone. Look
     * at the offer again.
     */
    GONE
}
