package dev.twostep.keycloak;

import org.keycloak.models.KeycloakSession;

/** The address of a help topic of the realm in the session's context. */
public final class HelpLink {

    private HelpLink() {}

    public static String to(KeycloakSession session, String topic) {
        return TwostepAddress.of(session, topic.isEmpty() ? "help" : "help/" + topic);
    }
}
