package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.RealmKeys;
import dev.twostep.phone.PhoneNumber;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/** A user's stored number. */
final class SmsCredentials {

    private SmsCredentials() {}

    static Optional<SmsCredential> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .findFirst()
                .map(SmsCredential::from);
    }

    /**
     * Stores a number that was just proven. A changed number stays the same credential, so that what hangs on this factor stays
     * alive; the old number is worth nothing from here on.
     */
    static void store(UserModel user, PhoneNumber number, RealmKeys keys) {
        if (user instanceof CachedUserModel cached) {
            // updates write whole rows: never from a cached copy
            cached.invalidate();
        }
        Optional<SmsCredential> existing = of(user);
        if (existing.isPresent()) {
            existing.get().setNumber(number, user.getId(), keys);
            user.credentialManager().updateStoredCredential(existing.get());
        } else {
            user.credentialManager().createStoredCredential(SmsCredential.of(number, user.getId(), keys));
        }
    }
}
