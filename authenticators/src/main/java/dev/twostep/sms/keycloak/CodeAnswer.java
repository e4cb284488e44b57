package dev.twostep.sms.keycloak;

import dev.twostep.sms.CodeCheck;
import org.keycloak.events.Errors;

/**
 * What a checked code means for the person and for the event log.
 *
 * @param message the key of the text on the page
 * @param error   the event's error, from a closed set
 */
record CodeAnswer(String message, String error) {

    /** The answer to every code that was not accepted. */
    static CodeAnswer to(CodeCheck check) {
        if (check instanceof CodeCheck.Expired) {
            return new CodeAnswer("twostepSmsCodeExpired", SmsEvent.CODE_EXPIRED);
        }
        if (check instanceof CodeCheck.Exhausted) {
            return new CodeAnswer("twostepSmsTooManyTries", SmsEvent.TRIES_USED_UP);
        }
        if (check instanceof CodeCheck.Throttled) {
            return new CodeAnswer("twostepSmsProblemWrongCodes", SmsEvent.LIMITED);
        }
        return new CodeAnswer("twostepSmsCodeWrong", Errors.INVALID_USER_CREDENTIALS);
    }
}
