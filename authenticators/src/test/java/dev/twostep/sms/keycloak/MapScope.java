package dev.twostep.sms.keycloak;

import java.util.Map;
import java.util.Set;
import org.keycloak.Config;

/** Server options for tests. */
final class MapScope extends Config.AbstractScope {

    private final Map<String, String> options;

    MapScope(Map<String, String> options) {
        this.options = options;
    }

    @Override
    public String get(String key) {
        return options.get(key);
    }

    @Override
    public Config.Scope scope(String... scope) {
        return this;
    }

    @Override
    @Deprecated
    public Set<String> getPropertyNames() {
        return options.keySet();
    }

    @Override
    public Config.Scope root() {
        return this;
    }
}
