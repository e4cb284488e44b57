package dev.twostep.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** Addresses below {@code /realms/{realm}/twostep/} of the realm in the session's context, as people and phones reach it. */
public final class TwostepAddress {

    private TwostepAddress() {}

    public static String of(KeycloakSession session, String path) {
        return Urls.realmBase(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                .path("{realm}")
                .path("twostep")
                .path(path)
                .build(session.getContext().getRealm().getName())
                .toString();
    }
}
