package dev.twostep.sms.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.twostep.keycloak.JsonCredential;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * A verified phone number as Keycloak stores it: masked in {@code credentialData}, which users and admins can read, and sealed
 * under the realm's AES key in {@code secretData}, so that neither an export nor a log of the database shows it.
 */
public final class SmsCredential extends JsonCredential {

    public static final String TYPE = "twostep-sms";

    private static final long serialVersionUID = 1L;

    /** What users and admins may see. */
    record Shown(@JsonProperty("masked") String masked) {}

    /** What they may not. */
    record Hidden(@JsonProperty("number") String number) {}

    /** A credential for a number that was just proven, to be stored as a new one. */
    static SmsCredential of(PhoneNumber number, String userId, RealmKeys keys) {
        SmsCredential credential = new SmsCredential();
        credential.setId(idOfFirst(userId));
        credential.setType(TYPE);
        credential.setCreatedDate(Time.currentTimeMillis());
        credential.setNumber(number, userId, keys);
        return credential;
    }

    /** The same for one user always, so that the database refuses a second row. */
    static String idOfFirst(String userId) {
        String name = TYPE + "|" + userId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static SmsCredential from(CredentialModel stored) {
        SmsCredential credential = new SmsCredential();
        credential.copy(stored);
        return credential;
    }

    /** The same credential with another one's number. */
    SmsCredential withNumberOf(SmsCredential other) {
        SmsCredential changed = from(this);
        changed.setUserLabel(other.getUserLabel());
        changed.setCredentialData(other.getCredentialData());
        changed.setSecretData(other.getSecretData());
        return changed;
    }

    private void setNumber(PhoneNumber number, String userId, RealmKeys keys) {
        setUserLabel(number.masked());
        setCredentialData(json(new Shown(number.masked())));
        setSecretData(json(new Hidden(keys.seal(purpose(userId), Secret.of(number.e164())))));
    }

    /** The number; empty if the row is damaged or its key is gone, and then nothing may be sent. */
    Optional<PhoneNumber> number(String userId, RealmKeys keys) {
        try {
            String secretData = getSecretData();
            @Nullable Hidden hidden = secretData == null ? null : JsonSerialization.readValue(secretData, Hidden.class);
            if (hidden == null || hidden.number() == null) {
                return Optional.empty();
            }
            return keys.open(purpose(userId), hidden.number()).map(e164 -> PhoneNumber.ofE164(e164.reveal()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String purpose(String userId) {
        return TYPE + "|" + userId;
    }
}
