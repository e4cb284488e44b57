package dev.twostep.push.keycloak;

import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether the request of this tab woke a phone, for the page to say so when it is loaded again. */
record WakingNote(boolean woken, boolean quiet) {

    private static final String NOTE = "twostep.login-request.waking";

    static void write(AuthenticationSessionModel login, boolean woken, boolean quiet) {
        if (woken || login.getAuthNote(NOTE) == null || quiet) {
            login.setAuthNote(NOTE, woken + "," + quiet);
        }
    }

    static WakingNote read(AuthenticationSessionModel login) {
        String note = login.getAuthNote(NOTE);
        return new WakingNote(note != null && note.startsWith("true"), note != null && note.endsWith("true"));
    }
}
