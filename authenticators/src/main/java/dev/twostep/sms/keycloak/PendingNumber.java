package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.keycloak.UserCache;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import java.util.Optional;
import java.util.TreeSet;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The number that is being proven, between the page that asks for it and the page that asks for its code; kept sealed. With it, what the
 * user had when it was typed: proving takes a while, and must not undo what happened elsewhere meanwhile.
 */
final class PendingNumber {

    private static final String NOTE = "twostep.sms.pending";
    private static final String BUILT_ON = "twostep.sms.pending.built-on";

    private final AuthenticationSessionModel login;
    private final RealmKeys keys;

    PendingNumber(AuthenticationSessionModel login, RealmKeys keys) {
        this.login = login;
        this.keys = keys;
    }

    void put(PhoneNumber number) {
        login.setAuthNote(NOTE, keys.seal(purpose(), Secret.of(number.e164())));
        UserModel user = login.getAuthenticatedUser();
        UserCache.forget(user);
        login.setAuthNote(BUILT_ON, state(user));
    }

    Optional<PhoneNumber> get() {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .flatMap(note -> keys.open(purpose(), note))
                .map(e164 -> PhoneNumber.ofE164(e164.reveal()));
    }

    /** Whether the user still has what there was when the number was typed: the same factors, and the same number among them. */
    boolean builtOn(UserModel now) {
        return state(now).equals(login.getAuthNote(BUILT_ON));
    }

    void forget() {
        login.removeAuthNote(NOTE);
        login.removeAuthNote(BUILT_ON);
    }

    /** A stored number is sealed anew, and so looks different, each time that it is changed. */
    private static String state(UserModel user) {
        return new TreeSet<>(StoredFactors.ids(user))
                + SmsCredentials.of(user).map(SmsCredential::getSecretData).orElse("");
    }

    private String purpose() {
        return NOTE + "|" + login.getAuthenticatedUser().getId();
    }
}
