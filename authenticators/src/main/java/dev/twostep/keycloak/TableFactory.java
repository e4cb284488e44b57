package dev.twostep.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds a table of ours to Keycloak's database. */
public abstract class TableFactory implements JpaEntityProviderFactory {

    private final String id;
    private final Class<?> entity;
    private final String changelog;

    /**
     * Names the table.
     *
     * @param id        Keycloak names the table of applied changes after its first ten letters, so no other may have the same ten
     * @param changelog address of the Liquibase file on the class path
     */
    protected TableFactory(String id, Class<?> entity, String changelog) {
        this.id = id;
        this.entity = entity;
        this.changelog = changelog;
    }

    @Override
    public final JpaEntityProvider create(KeycloakSession session) {
        return new Table();
    }

    private final class Table implements JpaEntityProvider {

        @Override
        public List<Class<?>> getEntities() {
            return List.of(entity);
        }

        @Override
        public String getChangelogLocation() {
            return changelog;
        }

        @Override
        public String getFactoryId() {
            return id;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Override
    public final void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    public final void close() {
        // nothing to release
    }

    @Override
    public final String getId() {
        return id;
    }
}
