package dev.twostep.sms;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a realm wants text messages.
 *
 * @param gateways          provider ids, tried in this order
 * @param codeLife          how long a code is accepted; at most ten minutes (NIST SP 800-63B-4, 3.1.3)
 * @param resendWait        the wait between two texts to one number (S2)
 * @param defaultCountry    ISO 3166 code that the page for a new number starts with
 * @param allowedCountries  ISO 3166 codes; empty means all
 * @param textsPerUser      texts to one user in an hour
 * @param textsPerNumber    texts to one number in an hour for signing in; half as many for adding it
 * @param textsPerAddress   texts asked for from one network address in an hour
 * @param wrongCodesPerUser wrong codes of one user in an hour, over all sign-ins; none is compared after that
 */
public record SmsPolicy(
        List<String> gateways,
        Duration codeLife,
        Duration resendWait,
        String defaultCountry,
        Set<String> allowedCountries,
        int textsPerUser,
        int textsPerNumber,
        int textsPerAddress,
        int wrongCodesPerUser) {

    /** Tries of one code. Five of a million: one in 200,000. */
    public static final int TRIES = 5;

    /** A code with less life left than this is not sent again; a new one is (S2: texts are slow). */
    public static final Duration LEAST_LIFE_TO_SEND = Duration.ofMinutes(2);
}
