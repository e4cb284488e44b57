package dev.twostep.push;

import java.time.Duration;

/**
 * How a realm wants login requests.
 *
 * @param requestLife            how long one waits
 * @param numberDigits           of the number that is typed into the phone; fewer than six are easier to guess (docs/security.md)
 * @param newPasswordAfterReport whether "this wasn't me" makes the user choose a new password at the next sign-in
 */
public record PushPolicy(Duration requestLife, int numberDigits, boolean newPasswordAfterReport) {}
