package dev.twostep.sms.keycloak;

import java.util.Optional;
import org.keycloak.models.UserModel;

/** A user's stored number. */
final class SmsCredentials {

    private SmsCredentials() {}

    static Optional<SmsCredential> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .findFirst()
                .map(SmsCredential::from);
    }
}
