package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers {@code /realms/{realm}/twostep/phone/}, the phone app. */
public final class PhonePageFactory implements PageProviderFactory {

    @Override
    public String getId() {
        return "phone";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new PhoneResource(session);
    }
}
