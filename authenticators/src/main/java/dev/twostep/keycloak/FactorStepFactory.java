package dev.twostep.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** What the factories of steps have in common that ask for a credential; their category is its type, by which Keycloak finds its level. */
public abstract class FactorStepFactory implements AuthenticatorFactory {

    private final String amr;

    /** @param amr an example for the {@code amr} claim */
    protected FactorStepFactory(String amr) {
        this.amr = amr;
    }

    @Override
    public final boolean isConfigurable() {
        return true;
    }

    @Override
    public final Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    /** Keycloak reads both for the {@code amr} claim; declared here, an export shows them instead of masking them. */
    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE)
                .label("Authenticator Reference")
                .helpText("Value of the amr claim for this step, for example " + amr + ".")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(Constants.AUTHENTICATION_EXECUTION_REFERENCE_MAX_AGE)
                .label("Authenticator Reference Max Age")
                .helpText("For how many seconds after the step the amr claim shows it.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }

    @Override
    public final void init(Config.Scope config) {
        // no server options
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // nothing to wire
    }

    @Override
    public final void close() {
        // nothing to release
    }
}
