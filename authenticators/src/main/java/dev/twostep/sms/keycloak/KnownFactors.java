package dev.twostep.sms.keycloak;

import dev.twostep.lifecycle.Factor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.CredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The factors that the user had when an enrolment began. Whoever has none begins on the password alone, and may leave the page
 * open; once a factor has come up elsewhere, such a page must not replace it.
 */
final class KnownFactors {

    private static final String NOTE = "twostep.sms.factors";
    private static final String SEPARATOR = " ";

    private final AuthenticationSessionModel login;
    private final Stream<CredentialModel> stored;

    KnownFactors(RequiredActionContext context) {
        this.login = context.getAuthenticationSession();
        this.stored = context.getUser().credentialManager().getStoredCredentialsStream();
    }

    void remember() {
        if (login.getAuthNote(NOTE) == null) {
            login.setAuthNote(NOTE, String.join(SEPARATOR, ids()));
        }
    }

    boolean grown() {
        String note = login.getAuthNote(NOTE);
        return note == null || !Set.of(note.split(SEPARATOR, -1)).containsAll(ids());
    }

    private List<String> ids() {
        return stored.filter(credential -> Factor.isCredentialType(credential.getType()))
                .map(CredentialModel::getId)
                .toList();
    }
}
