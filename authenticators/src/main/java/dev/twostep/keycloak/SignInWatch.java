package dev.twostep.keycloak;

import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Undoes what a sign-in does once its {@linkplain SignInBasis basis} is gone, where Keycloak does not pass the {@link SignInGate} any more: the page that asks for
 * consent and the one that deletes the account. Both tell of a success within the request, which can still be undone then, though not
 * answered with a page.
 */
final class SignInWatch implements EventListenerProvider {

    private final KeycloakSession session;

    SignInWatch(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (event.getError() == null && login != null && login.getAuthenticatedUser() != null) {
            UserModel user = login.getAuthenticatedUser();
            SignInBasis basis = new SignInBasis(session, login, user);
            boolean reported = session.getProvider(PushProvider.class).isReported(login);
            if (reported || (basis.looksChanged() && basis.isOver())) {
                session.getTransactionManager().setRollbackOnly();
                new EventBuilder(login.getRealm(), session)
                        .event(event.getType())
                        .client(login.getClient())
                        .user(user)
                        .error(SignInGate.OVERTAKEN);
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // no sign-in
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
