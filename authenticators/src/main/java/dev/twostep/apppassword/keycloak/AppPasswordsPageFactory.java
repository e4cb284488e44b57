package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers {@code /realms/{realm}/twostep/app-passwords}. */
public final class AppPasswordsPageFactory implements PageProviderFactory {

    @Override
    public String getId() {
        return "app-passwords";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new AppPasswordsResource(session);
    }
}
