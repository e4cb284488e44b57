package dev.twostep.sms.keycloak;

import dev.twostep.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.vault.VaultStringSecret;

/**
 * A gateway's settings: the server options {@code --spi-twostep--{gateway}--{key}}, each of which a realm may override
 * by {@code {gateway}.{key}} in the configuration of {@code twostep-add-phone}. That configuration can be read by whoever
 * may look at the realm, so only {@code ${vault.…}} is accepted there; anything else is ignored. An override that the
 * vault does not know leaves the setting missing: a realm that wants its own account never sends on the server's.
 *
 * <p>A server option may be a vault reference as well; Keycloak expands {@code ${…}} in its options, so it is written
 * {@code $${vault.…}} there.
 */
final class GatewaySettings {

    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\..+}");

    private final Config.Scope options;
    private final Function<String, @Nullable String> overrides;
    private final Function<String, Optional<String>> vault;
    private final List<String> ignored = new ArrayList<>();
    private boolean anything;

    GatewaySettings(
            Config.Scope options,
            Function<String, @Nullable String> overrides,
            Function<String, Optional<String>> vault) {
        this.options = options;
        this.overrides = overrides;
        this.vault = vault;
    }

    /** For the realm in the session's context; for none, the server options alone. */
    static GatewaySettings inRealm(KeycloakSession session, String gateway, Config.Scope options) {
        return inRealm(session, gateway, options, overrides(session.getContext().getRealm()));
    }

    /** The same with settings that the realm does not have yet. */
    static GatewaySettings inRealm(
            KeycloakSession session, String gateway, Config.Scope options, Map<String, String> overrides) {
        return new GatewaySettings(
                options, key -> overrides.get(gateway + "." + key), value -> resolve(session, value));
    }

    /** For the server info, where there is no realm whose vault could be asked: a vault reference counts as a value. */
    static GatewaySettings onServer(Config.Scope options) {
        return new GatewaySettings(options, key -> null, Optional::of);
    }

    /** The overrides that are no vault references. None of them is used. */
    static List<String> plainOverrides(Map<String, String> realm) {
        return realm.entrySet().stream()
                .filter(setting -> setting.getKey().contains("."))
                .filter(setting -> isPlain(setting.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean isPlain(@Nullable String value) {
        String text = blankToNull(value);
        return text != null && !isReference(text);
    }

    private static boolean isReference(String value) {
        return VAULT.matcher(value).matches();
    }

    Optional<String> text(String key) {
        String override = blankToNull(overrides.apply(key));
        if (override != null && isReference(override)) {
            anything = true;
            return vault.apply(override);
        }
        if (override != null) {
            ignored.add(key);
        }
        String option = blankToNull(options.get(key));
        if (option == null) {
            return Optional.empty();
        }
        anything = true;
        return VAULT.matcher(option).matches() ? vault.apply(option) : Optional.of(option);
    }

    Optional<Secret> secret(String key) {
        return text(key).map(Secret::of);
    }

    /** @throws IllegalArgumentException if there is none; the message begins with the key */
    String required(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    /** @throws IllegalArgumentException if there is none; the message begins with the key */
    Secret requiredSecret(String key) {
        return secret(key).orElseThrow(() -> missing(key));
    }

    boolean flag(String key) {
        return text(key).map(Boolean::parseBoolean).orElse(false);
    }

    /** Keys that the realm sets to something that is no vault reference. */
    List<String> ignored() {
        return List.copyOf(ignored);
    }

    /** Whether any of the settings that were asked for is set at all. */
    boolean anything() {
        return anything;
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException(key + ": missing");
    }

    private static Map<String, String> overrides(@Nullable RealmModel realm) {
        RequiredActionConfigModel config =
                realm == null ? null : realm.getRequiredActionConfigByAlias(AddPhoneActionFactory.ID);
        return config == null || config.getConfig() == null ? Map.of() : config.getConfig();
    }

    private static Optional<String> resolve(KeycloakSession session, String value) {
        try (VaultStringSecret found = session.vault().getStringSecret(value)) {
            return found.get();
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
