package dev.twostep.it.thirdparty;

import java.util.List;

/** What a mail server says to somebody who signs in. */
sealed interface MailAnswer {

    /** @param inbox the subjects of what lies there */
    record LoggedIn(List<String> inbox) implements MailAnswer {}

    /** @param text as the app would show it, for example {@code [AUTHENTICATIONFAILED] Authentication failed.} */
    record Refused(String text) implements MailAnswer {}
}
