package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers {@code /realms/{realm}/twostep/phone-api.yaml}, by which a native app can be written (K6). */
public final class PhoneApiPageFactory implements PageProviderFactory {

    @Override
    public String getId() {
        return "phone-api.yaml";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return PhoneApiResource::new;
    }
}
