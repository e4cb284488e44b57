package dev.twostep.sms.keycloak;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Adds {@code TWOSTEP_TEXT_CODE} to Keycloak's database. */
final class TextCodeJpaProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(TextCodeEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/twostep/sms-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return TextCodeJpaProviderFactory.ID;
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
