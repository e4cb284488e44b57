package dev.twostep.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** The address of a help topic of the realm in the session's context. */
public final class HelpLink {

    private HelpLink() {}

    public static String to(KeycloakSession session, String topic) {
        return Urls.realmBase(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                .path("{realm}")
                .path("twostep/help")
                .path(topic)
                .build(session.getContext().getRealm().getName())
                .toString();
    }
}
