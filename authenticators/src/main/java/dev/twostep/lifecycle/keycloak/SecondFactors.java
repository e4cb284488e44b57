package dev.twostep.lifecycle.keycloak;

import dev.twostep.lifecycle.Factor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** Which second factors a user has, and which a realm offers. Always derived from what is stored, never from a flag. */
final class SecondFactors {

    private SecondFactors() {}

    static boolean has(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getType)
                .anyMatch(Factor::isCredentialType);
    }

    /** The factors that the browser flow asks for and whose enrolment is enabled. */
    static List<Factor> offered(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        Set<String> asked = new HashSet<>();
        collect(session, realm, realm.getBrowserFlow(), asked);
        return Arrays.stream(Factor.values())
                .filter(factor -> asked.contains(factor.credentialType()))
                .filter(factor -> enabled(realm, factor.enrolAction()))
                .toList();
    }

    private static void collect(
            KeycloakSession session, RealmModel realm, AuthenticationFlowModel flow, Set<String> categories) {
        realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(AuthenticationExecutionModel::isEnabled)
                .forEach(execution -> {
                    if (execution.isAuthenticatorFlow()) {
                        collect(session, realm, realm.getAuthenticationFlowById(execution.getFlowId()), categories);
                    } else if (session.getKeycloakSessionFactory()
                                    .getProviderFactory(Authenticator.class, execution.getAuthenticator())
                            instanceof AuthenticatorFactory factory) {
                        categories.add(String.valueOf(factory.getReferenceCategory()));
                    }
                });
    }

    private static boolean enabled(RealmModel realm, String action) {
        RequiredActionProviderModel model = realm.getRequiredActionProviderByAlias(action);
        return model != null && model.isEnabled();
    }
}
