package dev.twostep.lifecycle.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The level of authentication that a sign-in asks for. What the client asked for is remembered, so that somebody else who signs in
 * instead, in the same browser tab, is asked for that and no more.
 */
final class RequestedLevel {

    private static final String ASKED_LEVEL = "twostep.asked-level";
    private static final String ASKED_FORCE = "twostep.asked-force";
    private static final String NOTHING = "none";

    private final AuthenticationSessionModel login;

    RequestedLevel(AuthenticationSessionModel login) {
        this.login = login;
    }

    int requested() {
        String requested = login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        return requested == null ? Constants.NO_LOA : Integer.parseInt(requested);
    }

    /** Never lowers it. */
    void raise(int level) {
        if (requested() < level) {
            request(level);
        }
    }

    /**
     * The sign-in ends with an error if the level is not reached. A client that only wished for more than can be reached gets what can be; one that insists
     * is left to Keycloak.
     */
    void enforce(int reachable) {
        String asked = login.getClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION);
        if (requested() > reachable && !Boolean.parseBoolean(asked)) {
            request(reachable);
        }
        remember(ASKED_FORCE, asked);
        login.setClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION, "true");
    }

    private void request(int level) {
        remember(ASKED_LEVEL, login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION));
        login.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(level));
    }

    /** Back to what the client asked for. */
    void restore() {
        restore(ASKED_LEVEL, Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        restore(ASKED_FORCE, Constants.FORCE_LEVEL_OF_AUTHENTICATION);
    }

    private void remember(String note, @Nullable String asked) {
        if (login.getClientNote(note) == null) {
            login.setClientNote(note, asked == null ? NOTHING : asked);
        }
    }

    private void restore(String note, String original) {
        String asked = login.getClientNote(note);
        if (asked == null) {
            return;
        }
        if (asked.equals(NOTHING)) {
            login.removeClientNote(original);
        } else {
            login.setClientNote(original, asked);
        }
        login.removeClientNote(note);
    }
}
