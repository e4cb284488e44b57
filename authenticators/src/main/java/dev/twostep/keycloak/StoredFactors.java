package dev.twostep.keycloak;

import dev.twostep.lifecycle.Factor;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** The second factors that a user has. Always derived from what is stored, never from a flag. */
public final class StoredFactors {

    private StoredFactors() {}

    public static boolean any(UserModel user) {
        return of(user).findAny().isPresent();
    }

    /** The ids of their credentials; an id never comes back once its credential is gone. */
    public static Set<String> ids(UserModel user) {
        return of(user).map(CredentialModel::getId).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<CredentialModel> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> Factor.isCredentialType(credential.getType()));
    }
}
