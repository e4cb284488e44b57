package dev.twostep.push.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers {@code /realms/{realm}/twostep/history}. */
public final class HistoryPageFactory implements PageProviderFactory {

    @Override
    public String getId() {
        return "history";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new HistoryResource(session);
    }
}
