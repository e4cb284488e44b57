package dev.twostep.push.keycloak;

import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.Meters;
import dev.twostep.keycloak.PhoneEvent;
import dev.twostep.phoneapp.Phone;
import dev.twostep.push.Answering;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.RequestStatus;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What follows from a phone's answer: events, counters, and a word to Keycloak's brute-force protector. Letting a request expire is no failure, or anybody could lock anybody. */
final class PhoneAnswers {

    static final String DENIED = "twostep_denied";
    static final String REPORTED = "twostep_reported";
    static final String WRONG_NUMBER = "twostep_wrong_number";
    static final String INVALID = "twostep_invalid_answer";

    private final KeycloakSession session;
    private final UserModel user;
    private final Phone phone;

    PhoneAnswers(KeycloakSession session, UserModel user, Phone phone) {
        this.session = session;
        this.user = user;
        this.phone = phone;
    }

    /** What was signed cannot be an answer of this phone's, or was one before. */
    void refused() {
        count("invalid");
        event().error(INVALID);
    }

    void counted(LoginRequest request, Answering answering) {
        if (answering instanceof Answering.Counted counted) {
            count(counted.is().label());
            became(request, counted);
        } else if (answering instanceof Answering.WrongNumber) {
            count("wrong_number");
            BruteForce.wrongAnswer(session, user);
            event().error(WRONG_NUMBER);
        } else if (answering instanceof Answering.NotForIt) {
            refused();
        } else {
            count("too_late");
        }
    }

    /** What followed from an earlier report of this request may have been undone with its answer, so it is done once more. */
    void reportedAgain(LoginRequest request) {
        new Report(session, user).again(request, RequestStatus.REPORTED);
    }

    private void became(LoginRequest request, Answering.Counted counted) {
        if (counted.is() == RequestStatus.DENIED) {
            BruteForce.wrongAnswer(session, user);
            event().error(DENIED);
        } else if (counted.is() == RequestStatus.REPORTED) {
            new Report(session, user).of(request, counted.was());
            event().error(REPORTED);
        }
    }

    private EventBuilder event() {
        return PhoneEvent.of(session, EventType.LOGIN, user).detail(Details.CREDENTIAL_ID, phone.id());
    }

    private static void count(String outcome) {
        Meters.count("twostep_login_requests", "outcome", outcome);
    }
}
