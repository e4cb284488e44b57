package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.RealmKeys;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The number that is being proven, between the page that asks for it and the page that asks for its code; kept sealed. */
final class PendingNumber {

    private static final String NOTE = "twostep.sms.pending";

    private final AuthenticationSessionModel login;
    private final RealmKeys keys;

    PendingNumber(AuthenticationSessionModel login, RealmKeys keys) {
        this.login = login;
        this.keys = keys;
    }

    void put(PhoneNumber number) {
        login.setAuthNote(NOTE, keys.seal(purpose(), Secret.of(number.e164())));
    }

    Optional<PhoneNumber> get() {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .flatMap(note -> keys.open(purpose(), note))
                .map(e164 -> PhoneNumber.ofE164(e164.reveal()));
    }

    void forget() {
        login.removeAuthNote(NOTE);
    }

    private String purpose() {
        return NOTE + "|" + login.getAuthenticatedUser().getId();
    }
}
