package dev.twostep.keycloak;

import dev.twostep.push.EndpointCheck;
import dev.twostep.push.PushSubscription;
import org.keycloak.provider.Provider;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Login requests of the realm in the session's context, for features that are about something else. */
public interface PushProvider extends Provider {

    /** Whether phones may be woken there. */
    EndpointCheck check(PushSubscription subscription);

    /** The sign-in goes on another way: the request that it has waiting is given up (P5). */
    void giveUp(AuthenticationSessionModel login);

    /** Whether the sign-in came about by a request of which its owner has said meanwhile that it was somebody else (P6). */
    boolean isReported(AuthenticationSessionModel login);
}
