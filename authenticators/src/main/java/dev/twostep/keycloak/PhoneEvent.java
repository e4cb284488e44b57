package dev.twostep.keycloak;

import dev.twostep.lifecycle.Factor;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** An event of something that a phone did, outside of every sign-in. */
public final class PhoneEvent {

    private PhoneEvent() {}

    /** To be ended with success or an error. */
    public static EventBuilder of(KeycloakSession session, EventType type, UserModel user) {
        return new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(type)
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, Factor.PHONE_APP.credentialType());
    }
}
