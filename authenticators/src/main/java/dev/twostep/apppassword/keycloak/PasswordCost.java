package dev.twostep.apppassword.keycloak;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;

/** The time that it takes to hash an account password as the realm has it, spent where none is hashed. */
final class PasswordCost {

    private static final int BY_DEFAULT = -1;

    private PasswordCost() {}

    static void pay(KeycloakSession session) {
        PasswordPolicy policy = session.getContext().getRealm().getPasswordPolicy();
        PasswordHashProvider hash = policy == null || policy.getHashAlgorithm() == null
                ? session.getProvider(PasswordHashProvider.class)
                : session.getProvider(PasswordHashProvider.class, policy.getHashAlgorithm());
        hash.encodedCredential(
                "a password as long as people's passwords are",
                policy == null ? BY_DEFAULT : policy.getHashIterations());
    }
}
