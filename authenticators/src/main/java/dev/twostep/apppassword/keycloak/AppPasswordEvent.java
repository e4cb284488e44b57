package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.keycloak.Meters;
import org.keycloak.events.Errors;

/** What events and metrics say about apps that sign in without a page; all values come from closed sets. */
final class AppPasswordEvent {

    static final String EXPIRED = "twostep_app_password_expired";
    static final String ENDED = "twostep_app_password_ended";
    static final String OTHER_CLIENT = "twostep_app_password_of_another_client";
    static final String CLIENT_NOT_MARKED = "twostep_client_not_marked";
    static final String CLIENT_TOO_POWERFUL = "twostep_client_too_powerful";
    static final String NOT_EXCHANGED = "twostep_app_token_not_exchanged";
    static final String OFFLINE_ACCESS = "twostep_offline_access";
    static final String NOT_SET_UP = Errors.RESOLVE_REQUIRED_ACTIONS;
    static final String LIMITED = "twostep_limited";

    private AppPasswordEvent() {}

    static String error(IssuedPassword.State over) {
        return over == IssuedPassword.State.EXPIRED ? EXPIRED : ENDED;
    }

    /** @param result {@code accepted}, or the event's error */
    static void count(String credentialType, String result) {
        Meters.count("twostep_codes_checked", "factor", credentialType, "result", result);
    }
}
