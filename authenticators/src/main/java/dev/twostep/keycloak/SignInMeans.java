package dev.twostep.keycloak;

import java.util.Set;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * What a user signs in with at one moment.
 *
 * @param factors  the ids of the second factors
 * @param password which password it is: Keycloak keeps the id when it changes and the date when it only hashes anew. Empty without one,
 *                 and for a password that a directory keeps
 */
record SignInMeans(Set<String> factors, String password) {

    static SignInMeans of(UserModel user) {
        String password = user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(stored -> stored.getId() + "@" + stored.getCreatedDate())
                .findFirst()
                .orElse("");
        return new SignInMeans(StoredFactors.ids(user), password);
    }

    /** Whether the password is the same and no factor has come up. */
    boolean covers(SignInMeans later) {
        return password.equals(later.password) && factors.containsAll(later.factors);
    }
}
