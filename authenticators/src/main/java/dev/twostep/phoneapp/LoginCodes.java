package dev.twostep.phoneapp;

import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Limits;
import dev.twostep.throttle.Permit;
import dev.twostep.throttle.Throttle;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** Checking the code that a phone shows without a connection (C2). Checking is spending, and a try is counted before anything is compared. */
public final class LoginCodes {

    private static final int WRONG_CODES_AN_HOUR = 10;

    private final String userId;
    private final LoginCodeStore store;
    private final Throttle throttle;
    private final InstantSource clock;

    public LoginCodes(String userId, LoginCodeStore store, Throttle throttle, InstantSource clock) {
        this.userId = userId;
        this.store = store;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** @param typed digits only */
    public LoginCodeCheck use(String typed) {
        List<Claim> guesses = guesses();
        if (throttle.take(guesses) instanceof Permit.Refused refused) {
            return new LoginCodeCheck.Throttled(refused.limit(), refused.until());
        }
        return store.keys().entrySet().stream()
                .filter(phone -> spend(phone.getKey(), phone.getValue(), typed))
                .findFirst()
                .map(phone -> accepted(phone.getKey(), guesses))
                .orElseGet(LoginCodeCheck.Wrong::new);
    }

    /** Starts the count of wrong codes anew: a phone was proven past another factor, or as the first one. */
    public void forgive() {
        throttle.reset(guesses());
    }

    private boolean spend(String phone, byte[] key, String typed) {
        OptionalLong step = LoginCode.step(key, typed, clock.instant());
        return step.isPresent() && store.spend(phone, step.getAsLong());
    }

    private LoginCodeCheck accepted(String phone, List<Claim> guesses) {
        throttle.reset(guesses);
        return new LoginCodeCheck.Accepted(phone);
    }

    private List<Claim> guesses() {
        String key = userId + "|login-code";
        return List.of(Limits.wrongCodesPerUser(key, WRONG_CODES_AN_HOUR), Limits.wrongCodesInARow(key));
    }
}
