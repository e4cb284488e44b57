package dev.twostep.sms;

/**
 * Whom and what a code is for; a code is found by all four together, so that it is worth nothing anywhere else.
 *
 * @param userId    Keycloak's id of the user
 * @param purpose   what the code was made for
 * @param browser   keyed hash of the browser's sign-in session: the tabs of one browser share a code, another browser does
 *                  not (OWASP ASVS 5.0, 6.6.2)
 * @param numberKey keyed hash of the phone number
 */
public record CodeOwner(String userId, Purpose purpose, String browser, String numberKey) {}
