package dev.twostep.keycloak;

import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.LocaleUtil;

/** The language of a page that belongs to no sign-in. */
public final class PageLanguage {

    private PageLanguage() {}

    /**
     * Takes up the language that the address names, if it is one of the realm's. Keycloak would write whatever stands there into a cookie; with
     * a line break in it that fails, and the text reaches the log as lines of its own.
     */
    public static void choose(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        String named =
                session.getContext().getUri().getQueryParameters().getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM);
        if (realm.getSupportedLocalesStream().anyMatch(locale -> locale.equals(named))) {
            LocaleUtil.processLocaleParam(session, realm, null);
        }
    }
}
