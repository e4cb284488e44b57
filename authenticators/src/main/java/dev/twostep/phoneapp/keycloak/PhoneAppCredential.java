package dev.twostep.phoneapp.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.twostep.keycloak.JsonCredential;
import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Phone;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * A paired phone as Keycloak stores it, one row each, whose id is the phone's: users and admins can read its public key. What its login codes are computed
 * from, and where it is woken, is sealed under the realm's AES key.
 */
public final class PhoneAppCredential extends JsonCredential {

    public static final String TYPE = "twostep-phone-app";

    private static final long serialVersionUID = 1L;

    /** What users and admins may see; times in seconds since 1970. */
    private record Shown(
            @JsonProperty("platform") String platform,
            @JsonProperty("key") Point key,
            @JsonProperty("serverKey") Point serverKey,
            @JsonProperty("approvalKey") @Nullable Approval approvalKey,
            @JsonProperty("lastUsed") long lastUsed,
            @JsonProperty("notified") boolean notified) {

        Shown withLastUsed(long seconds) {
            return new Shown(platform, key, serverKey, approvalKey, seconds, notified);
        }

        Shown withNotified(boolean now) {
            return new Shown(platform, key, serverKey, approvalKey, lastUsed, now);
        }
    }

    private record Approval(
            @JsonProperty("id") String id,
            @JsonProperty("publicKey") String publicKey,
            @JsonProperty("algorithm") int algorithm) {

        static @Nullable Approval of(@Nullable ApprovalKey key) {
            return key == null
                    ? null
                    : new Approval(key.id(), key.publicKey(), key.algorithm().number());
        }

        /** One that cannot be read is not the same as none. */
        ApprovalKey key() {
            return ApprovalKey.of(id, publicKey, algorithm).orElseThrow();
        }
    }

    private record Point(
            @JsonProperty("x") String x, @JsonProperty("y") String y) {

        static Point of(DeviceKey key) {
            return new Point(key.x(), key.y());
        }

        DeviceKey key() {
            return DeviceKey.of(x, y).orElseThrow();
        }
    }

    /**
     * What they may not.
     *
     * @param loginKey     sealed
     * @param lastStep     of the last login code that was entered
     * @param subscription sealed
     * @param pushKey      id of the realm's key that the push service knows the server by
     */
    record Hidden(
            @JsonProperty("loginKey") String loginKey,
            @JsonProperty("lastStep") long lastStep,
            @JsonProperty("subscription") @Nullable String subscription,
            @JsonProperty("pushKey") @Nullable String pushKey) {

        /** What is read may lack anything, whatever its type says. */
        @JsonIgnore
        boolean isWhole() {
            return Objects.nonNull(loginKey);
        }

        Hidden withStep(long step) {
            return new Hidden(loginKey, step, subscription, pushKey);
        }

        Hidden withSubscription(@Nullable String sealed, @Nullable String keyId) {
            return new Hidden(loginKey, lastStep, sealed, keyId);
        }
    }

    static PhoneAppCredential of(NewPhone phone, String label) {
        PhoneAppCredential credential = new PhoneAppCredential();
        credential.setId(phone.id());
        credential.setType(TYPE);
        credential.setUserLabel(label);
        credential.setCreatedDate(Time.currentTimeMillis());
        credential.setCredentialData(json(new Shown(
                phone.platform(),
                Point.of(phone.key()),
                Point.of(phone.server()),
                Approval.of(phone.approvalKey()),
                0,
                false)));
        credential.setSecretData(json(new Hidden(phone.sealedLoginKey(), 0, null, null)));
        return credential;
    }

    static PhoneAppCredential from(CredentialModel stored) {
        PhoneAppCredential credential = new PhoneAppCredential();
        credential.copy(stored);
        return credential;
    }

    /** Empty if the row is damaged; then nothing the phone says is believed. */
    Optional<Phone> phone() {
        return shown().flatMap(shown -> {
            try {
                DeviceKey key = shown.key().key();
                Phone phone = new Phone(
                        getUserLabel() == null ? "" : getUserLabel(),
                        Objects.requireNonNullElse(shown.platform(), ""),
                        key,
                        shown.serverKey().key(),
                        shown.approvalKey() == null ? null : shown.approvalKey().key(),
                        shown.lastUsed() == 0 ? null : Instant.ofEpochSecond(shown.lastUsed()),
                        shown.notified());
                return key.id().equals(getId()) ? Optional.of(phone) : Optional.empty();
            } catch (RuntimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** Empty if the row is damaged. */
    Optional<Hidden> hidden() {
        return read(getSecretData(), Hidden.class).filter(Hidden::isWhole);
    }

    PhoneAppCredential with(Hidden hidden) {
        PhoneAppCredential changed = from(this);
        changed.setSecretData(json(hidden));
        shown().ifPresent(shown -> changed.setCredentialData(json(shown.withNotified(hidden.subscription() != null))));
        return changed;
    }

    PhoneAppCredential usedAt(Instant now) {
        PhoneAppCredential changed = from(this);
        shown().ifPresent(shown -> changed.setCredentialData(json(shown.withLastUsed(now.getEpochSecond()))));
        return changed;
    }

    /** What the login key is sealed for. */
    static String loginKeyPurpose(String phone) {
        return TYPE + "|login|" + phone;
    }

    static String subscriptionPurpose(String phone) {
        return TYPE + "|subscription|" + phone;
    }

    private Optional<Shown> shown() {
        return read(getCredentialData(), Shown.class);
    }

    private static <T> Optional<T> read(@Nullable String json, Class<T> type) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JsonSerialization.readValue(json, type));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
