package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.LockedCredential;
import dev.twostep.keycloak.LockedCredential.Seen;
import dev.twostep.keycloak.LockedCredential.Step;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.phone.PhoneNumber;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Makes a number that was just proven the user's, in one atomic step of its own: what is told about it afterwards has happened. A changed
 * number stays the same credential, so that what hangs on this factor stays alive; the old number is worth nothing from there on.
 */
final class NumberChange {

    /**
     * It is stored.
     *
     * @param old    empty if there was none, or none that can be read
     * @param factor its name, as {@link StoredFactors} has it
     */
    record Made(Optional<PhoneNumber> old, String factor) {}

    private final KeycloakSession session;
    private final UserModel user;
    private final RealmKeys keys;

    NumberChange(KeycloakSession session, UserModel user, RealmKeys keys) {
        this.session = session;
        this.user = user;
        this.keys = keys;
    }

    /**
     * Empty if something else came first; then nothing has changed.
     *
     * @param label   what the number is called
     * @param pending says what the number was to be added to
     */
    Optional<Made> make(PhoneNumber number, String label, PendingNumber pending) {
        // sealed beforehand: the step must not reach for the realm's keys
        SmsCredential proven = SmsCredential.of(number, user.getId(), keys);
        proven.setUserLabel(label);
        String id = SmsCredentials.of(user).map(SmsCredential::getId).orElse(proven.getId());
        Optional<Before> before = new LockedCredential(session, user, id).change(seen -> step(seen, proven, pending));
        return before.map(was ->
                new Made(was.number().flatMap(credential -> credential.number(user.getId(), keys)), was.factor()));
    }

    private static Step<Optional<Before>> step(Seen seen, SmsCredential proven, PendingNumber pending) {
        if (!pending.builtOn(seen.user())) {
            return new Step<>(null, Optional.empty());
        }
        Optional<SmsCredential> number = seen.stored().map(SmsCredential::from);
        SmsCredential credential =
                number.map(known -> known.withNumberOf(proven)).orElse(proven);
        return new Step<>(credential, Optional.of(new Before(number, StoredFactors.id(credential))));
    }

    private record Before(Optional<SmsCredential> number, String factor) {}
}
