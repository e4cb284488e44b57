package dev.twostep.sms.twilio;

import static dev.twostep.sms.Refusal.COUNTRY_BLOCKED;
import static dev.twostep.sms.Refusal.INVALID_NUMBER;
import static dev.twostep.sms.Refusal.MISCONFIGURED;
import static dev.twostep.sms.Refusal.NOT_A_MOBILE;
import static dev.twostep.sms.Refusal.OPTED_OUT;
import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import java.util.Map;
import java.util.Set;

/**
 * Twilio's error numbers, translated once. Their meaning: {@code https://www.twilio.com/docs/api/errors/{number}}.
 *
 * <p>A number that is not here, with a status below 500, was surely not sent, and nothing says that the person could
 * mend it: it counts as {@link Refusal#MISCONFIGURED}, which the next gateway of a chain may make good and which an
 * admin gets to see. Only the number and the status are read: Twilio's sentences repeat the phone number.
 */
final class TwilioErrors {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int SERVER_ERROR = 500;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Map<Integer, Refusal> REFUSALS = Map.ofEntries(
            entry(20003, MISCONFIGURED), // the credentials are wrong
            entry(20005, MISCONFIGURED), // the account is not active
            entry(20404, MISCONFIGURED), // no such account in this region
            entry(21211, INVALID_NUMBER), // To is not a phone number
            entry(21212, MISCONFIGURED), // From is not a phone number
            entry(21217, INVALID_NUMBER), // To does not look like a phone number
            entry(21219, MISCONFIGURED), // a trial account texts verified numbers only
            entry(21265, NOT_A_MOBILE), // To is a short code
            entry(21266, INVALID_NUMBER), // To is the sender itself
            entry(21401, INVALID_NUMBER), // To is not a phone number
            entry(21408, COUNTRY_BLOCKED), // geo permissions exclude the country
            entry(21421, INVALID_NUMBER), // To is not a phone number
            entry(21601, MISCONFIGURED), // From cannot send texts
            entry(21606, MISCONFIGURED), // From is not a sender of this account
            entry(21608, MISCONFIGURED), // a trial or unapproved account texts verified numbers only
            entry(21610, OPTED_OUT), // the owner of the number replied STOP
            entry(21612, NOT_A_MOBILE), // no route to this number from this sender
            entry(21614, NOT_A_MOBILE), // To is not a mobile number
            entry(21617, MISCONFIGURED), // the text is too long
            entry(21635, NOT_A_MOBILE), // To is a landline where these get no texts
            entry(21659, MISCONFIGURED), // From is not a Twilio number
            entry(21660, MISCONFIGURED), // From belongs to another account
            entry(21661, MISCONFIGURED), // From cannot send texts
            entry(21669, MISCONFIGURED), // the sender lives in another region
            entry(21701, MISCONFIGURED), // no such Messaging Service
            entry(21703, MISCONFIGURED), // the Messaging Service has no sender
            entry(21704, MISCONFIGURED), // the Messaging Service has no number
            entry(30002, MISCONFIGURED)); // the account is suspended

    private static final Set<Integer> NOT_SENT = Set.of(
            14107, // more messages per second than the sender may send
            20429, // too many requests; Twilio promises that none was processed
            21611, // the sender's queue is full
            63038); // the account's messages of the day are used up

    private static final Set<Integer> UNSURE = Set.of(
            20500, // server error; the message may have been sent
            20503, // out of service
            20504); // no answer inside Twilio in time

    private TwilioErrors() {}

    /** What an answer means that did not create a message. */
    static SendOutcome outcome(int status, String body) {
        int code = code(body);
        String vendorCode = code == 0 ? "http-" + status : Integer.toString(code);
        if (status >= SERVER_ERROR || status == REQUEST_TIMEOUT || UNSURE.contains(code)) {
            return new SendOutcome.Unsure(vendorCode);
        }
        if (status == TOO_MANY_REQUESTS || NOT_SENT.contains(code)) {
            return new SendOutcome.NotSent(vendorCode);
        }
        return new SendOutcome.Refused(REFUSALS.getOrDefault(code, MISCONFIGURED), vendorCode);
    }

    private static int code(String body) {
        try {
            return JSON.readTree(body).path("code").asInt(0);
        } catch (JsonProcessingException e) {
            return 0; // not Twilio's words, but a proxy's page
        }
    }
}
