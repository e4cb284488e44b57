package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.LockedCredential;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.Source;
import dev.twostep.phoneapp.LoginCodeStore;
import dev.twostep.phoneapp.Phone;
import dev.twostep.phoneapp.keycloak.PhoneAppCredential.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A user's phones, in credentials of the user's, one each. */
final class UserPhones implements LoginCodeStore {

    private static final Logger LOG = Logger.getLogger(UserPhones.class);
    /** A use changes the row, which every node then reads anew. */
    private static final Duration WRITTEN_EVERY = Duration.ofHours(1);

    private final KeycloakSession session;
    private final UserModel user;

    UserPhones(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    List<Phone> all() {
        return credentials()
                .flatMap(credential -> readable(credential).stream())
                .toList();
    }

    Optional<Phone> find(String id) {
        return all().stream().filter(phone -> phone.id().equals(id)).findFirst();
    }

    Optional<Hidden> hidden(String id) {
        return credentials()
                .filter(credential -> credential.getId().equals(id))
                .findFirst()
                .flatMap(PhoneAppCredential::hidden);
    }

    @Override
    public Map<String, byte[]> keys() {
        RealmKeys keys = new RealmKeys(session);
        Map<String, byte[]> all = new LinkedHashMap<>();
        credentials().filter(credential -> readable(credential).isPresent()).forEach(credential -> credential
                .hidden()
                .flatMap(hidden -> keys.open(PhoneAppCredential.loginKeyPurpose(credential.getId()), hidden.loginKey()))
                .map(key -> Base64.getDecoder().decode(key.reveal()))
                .ifPresent(key -> all.put(credential.getId(), key)));
        return all;
    }

    @Override
    public boolean spend(String phone, long step) {
        return new LockedCredential(session, user, phone).change(seen -> {
            Optional<PhoneAppCredential> stored = seen.stored().map(PhoneAppCredential::from);
            Optional<Hidden> hidden = stored.flatMap(PhoneAppCredential::hidden);
            if (hidden.isEmpty() || step <= hidden.get().lastStep()) {
                return new LockedCredential.Step<>(null, false);
            }
            return new LockedCredential.Step<>(stored.get().with(hidden.get().withStep(step)), true);
        });
    }

    void used(String phone) {
        Instant now = Source.CLOCK.instant();
        boolean lately = find(phone)
                .map(Phone::lastUsed)
                .filter(last -> last.plus(WRITTEN_EVERY).isAfter(now))
                .isPresent();
        if (!lately) {
            change(phone, credential -> credential.usedAt(now));
        }
    }

    /** Changes a phone's row, if it is there and can be read. */
    void change(String phone, Function<PhoneAppCredential, PhoneAppCredential> change) {
        new LockedCredential(session, user, phone)
                .change(seen -> new LockedCredential.Step<>(
                        seen.stored()
                                .map(PhoneAppCredential::from)
                                .filter(credential -> readable(credential).isPresent())
                                .map(change)
                                .orElse(null),
                        true));
    }

    private Stream<PhoneAppCredential> credentials() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PhoneAppCredential.TYPE)
                .map(PhoneAppCredential::from);
    }

    private Optional<Phone> readable(PhoneAppCredential credential) {
        Optional<Phone> phone = credential.phone();
        if (phone.isEmpty()) {
            LOG.warnf(
                    "TWOSTEP-PHONE-1: the phone %s of user %s cannot be read and is not believed",
                    credential.getId(), user.getId());
        }
        return phone;
    }
}
