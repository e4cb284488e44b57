package dev.twostep.throttle;

import java.util.Locale;

/** The names of all limits. */
public enum Limit {
    /** The wait between two texts to one number (S2, S8). */
    RESEND,
    SENDS_PER_USER,
    SENDS_PER_NUMBER,
    SENDS_PER_ADDRESS,
    WRONG_CODES_PER_USER,
    WRONG_CODES_IN_A_ROW,
    WRONG_PASSWORDS_PER_APP,
    SUBSCRIPTIONS_PER_PHONE;

    /** The name as events and metrics show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
