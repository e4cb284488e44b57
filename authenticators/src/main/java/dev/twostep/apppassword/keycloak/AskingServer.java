package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.keycloak.AppSignIn.Attempt;
import dev.twostep.apppassword.keycloak.AppSignIn.Outcome;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;

/**
 * A server that has got a user's password and asks whether it is right. It authenticates as a client, with whatever Keycloak takes for that, and must be
 * marked as any other client of temporary passwords. Nothing here throws: that would undo what was counted.
 */
final class AskingServer {

    private final KeycloakSession session;

    AskingServer(KeycloakSession session) {
        this.session = session;
    }

    /** The client that has proven to be it; nobody in a realm that is switched off. */
    Optional<ClientModel> authenticated() {
        if (!session.getContext().getRealm().isEnabled()) {
            return Optional.empty();
        }
        EventBuilder event = event(EventType.CLIENT_LOGIN);
        try {
            ClientModel client =
                    AuthorizeClientUtil.authorizeClient(session, event, null).getClient();
            if (!client.isPublicClient() && !client.isBearerOnly()) {
                return Optional.of(client);
            }
            event.client(client).error(Errors.NOT_ALLOWED);
        } catch (WebApplicationException refused) {
            // the event was raised where it was refused
        }
        return Optional.empty();
    }

    /** Without the mark it would be a way to find out account passwords for whoever has the secret of any client. */
    boolean isMarked(ClientModel client) {
        boolean marked = new AppClients(session).isMarked(client);
        if (!marked) {
            event(EventType.CLIENT_LOGIN).client(client).error(AppPasswordEvent.CLIENT_NOT_MARKED);
        }
        return marked;
    }

    Outcome ask(Attempt attempt) {
        EventBuilder event = event(EventType.LOGIN)
                .client(attempt.client())
                .detail(Details.AUTH_METHOD, "twostep_verify")
                .detail(Details.USERNAME, attempt.username());
        Outcome outcome = new AppSignIn(session, attempt).decide();
        if (outcome instanceof Outcome.Accepted accepted) {
            event.user(accepted.user()).detail(Details.CREDENTIAL_TYPE, accepted.credentialType());
            if (accepted.password() != null) {
                event.detail(Details.CREDENTIAL_ID, accepted.password().id());
            }
            event.success();
        } else if (outcome instanceof Outcome.Refused refused) {
            if (refused.user() != null) {
                event.user(refused.user());
            }
            event.error(refused.error());
        }
        return outcome;
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(type);
    }
}
