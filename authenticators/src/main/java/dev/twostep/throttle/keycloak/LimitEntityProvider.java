package dev.twostep.throttle.keycloak;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The table {@code TWOSTEP_LIMIT}. */
final class LimitEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(LimitEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/twostep-throttle-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return LimitEntityProviderFactory.ID;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
