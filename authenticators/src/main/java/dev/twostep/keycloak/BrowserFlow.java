package dev.twostep.keycloak;

import java.util.HashSet;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What the browser flow of the realm in the session's context can ask for. */
public final class BrowserFlow {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Set<String> categories = new HashSet<>();

    private BrowserFlow(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The reference categories of all its steps that are not disabled; those of factors are credential types. */
    public static Set<String> categories(KeycloakSession session) {
        BrowserFlow flow = new BrowserFlow(session);
        flow.collect(flow.realm.getBrowserFlow());
        return flow.categories;
    }

    private void collect(AuthenticationFlowModel flow) {
        realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(AuthenticationExecutionModel::isEnabled)
                .forEach(this::collect);
    }

    private void collect(AuthenticationExecutionModel execution) {
        if (execution.isAuthenticatorFlow()) {
            collect(realm.getAuthenticationFlowById(execution.getFlowId()));
        } else if (session.getKeycloakSessionFactory()
                        .getProviderFactory(Authenticator.class, execution.getAuthenticator())
                instanceof AuthenticatorFactory factory) {
            categories.add(String.valueOf(factory.getReferenceCategory()));
        }
    }
}
