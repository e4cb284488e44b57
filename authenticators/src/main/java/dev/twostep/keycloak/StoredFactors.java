package dev.twostep.keycloak;

import dev.twostep.lifecycle.Factor;
import java.util.Comparator;
import java.util.Optional;
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

    /**
     * A name for each, which never comes back once its credential is gone. The id of a row alone may: that of a number follows from its
     * user, so the moment of its making is part of the name. A change keeps both.
     */
    public static Set<String> ids(UserModel user) {
        return of(user).map(StoredFactors::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The name of one of them. */
    public static String id(CredentialModel factor) {
        return factor.getId() + "|" + factor.getCreatedDate();
    }

    /** The id of one of their rows, the same for all who ask at the same moment. */
    public static Optional<String> row(UserModel user) {
        return of(user).map(CredentialModel::getId).min(Comparator.naturalOrder());
    }

    private static Stream<CredentialModel> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> Factor.isCredentialType(credential.getType()));
    }
}
