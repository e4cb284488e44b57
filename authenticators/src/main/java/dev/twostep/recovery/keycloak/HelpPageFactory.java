package dev.twostep.recovery.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import dev.twostep.recovery.HelpFacts;
import org.keycloak.models.KeycloakSession;

/** Registers {@code /realms/{realm}/twostep/help}. */
public final class HelpPageFactory implements PageProviderFactory {

    @Override
    public String getId() {
        return "help";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new HelpResource(session, HelpFacts.DEFAULTS);
    }
}
