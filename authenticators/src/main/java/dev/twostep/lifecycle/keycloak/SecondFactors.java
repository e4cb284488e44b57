package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.BrowserFlow;
import dev.twostep.lifecycle.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Which second factors a realm offers. */
final class SecondFactors {

    private SecondFactors() {}

    /** The factors that the browser flow asks for and whose enrolment is enabled. */
    static List<Factor> offered(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        Set<String> asked = BrowserFlow.categories(session);
        return Arrays.stream(Factor.values())
                .filter(factor -> asked.contains(factor.credentialType()))
                .filter(factor -> enabled(realm, factor.enrolAction()))
                .toList();
    }

    private static boolean enabled(RealmModel realm, String action) {
        RequiredActionProviderModel model = realm.getRequiredActionProviderByAlias(action);
        return model != null && model.isEnabled();
    }
}
