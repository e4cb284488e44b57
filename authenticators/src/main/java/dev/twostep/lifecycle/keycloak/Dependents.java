package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.StoredFactors;
import dev.twostep.lifecycle.Dependent;
import dev.twostep.lifecycle.Factor;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

/**
 * Puts in order what hangs on the user's second factors, before the flow looks at it. Without a factor such credentials are leftovers, which
 * Keycloak would take for a way to reach level 2. With one they come last: Keycloak asks for the credential that stands first, and nobody
 * should be asked for a backup code while the phone is at hand.
 */
final class Dependents {

    private Dependents() {}

    static void settle(UserModel user) {
        SubjectCredentialManager credentials = user.credentialManager();
        List<CredentialModel> stored = credentials.getStoredCredentialsStream().toList();
        List<String> dependents = stored.stream()
                .filter(credential -> Dependent.isCredentialType(credential.getType()))
                .map(CredentialModel::getId)
                .toList();
        if (dependents.isEmpty()) {
            return;
        }
        if (!StoredFactors.any(user)) {
            dependents.forEach(credentials::removeStoredCredentialById);
        } else if (Factor.isCredentialType(stored.get(stored.size() - 1).getType())) {
            String last = stored.get(stored.size() - 1).getId();
            dependents.forEach(id -> credentials.moveStoredCredentialTo(id, last));
        }
    }
}
