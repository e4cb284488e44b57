package dev.twostep.push.webpush;

import dev.twostep.push.PushOutcome;

/** What a push service's status means (RFC 8030, sections 5, 7.3 and 8.4; RFC 8292, section 4.2). */
final class WebPushStatus {

    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private WebPushStatus() {}

    static PushOutcome outcome(int status) {
        if (status >= OK && status < REDIRECTION) {
            return PushOutcome.ACCEPTED;
        }
        if (status == NOT_FOUND || status == GONE) {
            return PushOutcome.GONE;
        }
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            return PushOutcome.BUSY;
        }
        return PushOutcome.REFUSED;
    }
}
