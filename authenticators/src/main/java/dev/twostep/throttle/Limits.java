package dev.twostep.throttle;

import java.time.Duration;

/**
 * Every limit of the suite on one screen. If the store of the counters fails, the call that uses a limit throws: nothing is
 * sent and nothing is compared.
 */
public final class Limits {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MOST_IN_A_ROW = 100;
    private static final int MOST_SUBSCRIPTIONS = 10;

    private Limits() {}

    /** S2, S8: the wait of sign-ins belongs to the number, whoever signs in. Refused: the page shows the wait. */
    public static Claim resend(String numberKey, Duration wait) {
        return new Claim(Limit.RESEND, numberKey, 1, wait);
    }

    /** S2, for a number that somebody adds: each user waits alone, and learns nothing about others. Refused: as above. */
    public static Claim resendUnproven(String userId, String numberKey, Duration wait) {
        return new Claim(Limit.RESEND, userId + "|" + numberKey, 1, wait);
    }

    /** S7. Refused: nothing is sent, the page says until when. */
    public static Claim sendsPerUser(String userId, int max) {
        return new Claim(Limit.SENDS_PER_USER, userId, max, HOUR);
    }

    /** S7: sign-ins; several accounts may share a number. Refused: as above. */
    public static Claim sendsPerNumber(String numberKey, int max) {
        return new Claim(Limit.SENDS_PER_NUMBER, numberKey, max, HOUR);
    }

    /** S7: whoever adds the number; half as many, beside those of sign-ins, which stay untouched. Refused: as above. */
    public static Claim sendsPerUnprovenNumber(String numberKey, int max) {
        return new Claim(Limit.SENDS_PER_NUMBER, "unproven|" + numberKey, (max + 1) / 2, HOUR);
    }

    /** S7: one machine that signs in as many. Refused: as above. */
    public static Claim sendsPerAddress(String addressKey, int max) {
        return new Claim(Limit.SENDS_PER_ADDRESS, addressKey, max, HOUR);
    }

    /** One count over all codes, sign-ins and nodes; a new code does not reset it. Refused: nothing is compared. */
    public static Claim wrongCodesPerUser(String userAndPurpose, int max) {
        return new Claim(Limit.WRONG_CODES_PER_USER, userAndPurpose, max, HOUR);
    }

    /**
     * NIST SP 800-63B-4, 3.2.2: at most 100 wrong answers in a row of what signs in; only a right one, or proving a number anew with
     * another factor, starts the count again. Refused: nothing is compared.
     */
    public static Claim wrongCodesInARow(String userAndPurpose) {
        return new Claim(Limit.WRONG_CODES_IN_A_ROW, userAndPurpose, MOST_IN_A_ROW, YEAR);
    }

    /** A phone that turns notifications on: each time its push service's name is looked up. Refused: the phone is told when to try again. */
    public static Claim subscriptionsPerPhone(String phone) {
        return new Claim(Limit.SUBSCRIPTIONS_PER_PHONE, phone, MOST_SUBSCRIPTIONS, HOUR);
    }

    /**
     * The account password of one user at one client that shows no page. Refused: nothing is compared there. No longer than Keycloak's
     * own lock lasts in the shipped realm, because whoever reaches the app can use it up.
     */
    public static Claim wrongPasswordsPerApp(String userAndClient, int max) {
        return new Claim(Limit.WRONG_PASSWORDS_PER_APP, userAndClient, max, QUARTER);
    }
}
