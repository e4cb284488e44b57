package dev.twostep.apppassword;

import java.util.Set;

/**
 * What temporary passwords hang on (A5).
 *
 * @param factors         the ids of the user's second factors; an id never comes back once its factor is gone
 * @param accountPassword names the account password as it is, without telling anything of it: another one after each change; empty if
 *                        it is kept elsewhere, or if there is none
 */
public record Grounds(Set<String> factors, String accountPassword) {

    public Grounds {
        factors = Set.copyOf(factors);
    }

    /** Whether what was issued on these grounds is still good on those of now: the same account password, and a factor of then. */
    boolean stillHold(Grounds now) {
        return accountPassword.equals(now.accountPassword)
                && now.factors.stream().anyMatch(factors::contains);
    }
}
