package dev.twostep.sms.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Describes a gateway's server options to Keycloak, in the order in which a person fills them in. */
final class GatewayOptions {

    private final ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();

    GatewayOptions text(String key, String help) {
        return text(key, help, null);
    }

    GatewayOptions text(String key, String help, @Nullable String byDefault) {
        return add(key, help, ProviderConfigProperty.STRING_TYPE, byDefault, false);
    }

    GatewayOptions secret(String key, String help) {
        return add(key, help, ProviderConfigProperty.PASSWORD, null, true);
    }

    GatewayOptions flag(String key, String help) {
        return add(key, help, ProviderConfigProperty.BOOLEAN_TYPE, "false", false);
    }

    List<ProviderConfigProperty> list() {
        return builder.build();
    }

    private GatewayOptions add(String key, String help, String type, @Nullable String byDefault, boolean secret) {
        builder.property()
                .name(key)
                .type(type)
                .helpText(help)
                .defaultValue(byDefault)
                .secret(secret)
                .add();
        return this;
    }
}
