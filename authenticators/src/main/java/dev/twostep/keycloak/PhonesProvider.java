package dev.twostep.keycloak;

import dev.twostep.phoneapp.AnsweringPhone;
import dev.twostep.phoneapp.ApiError;
import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.LoginCodeCheck;
import dev.twostep.phoneapp.Phone;
import dev.twostep.phoneapp.PhoneAnswer;
import dev.twostep.push.PushSubscription;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** The paired phones of the realm in the session's context. */
public interface PhonesProvider extends Provider {

    /** Who makes the present call of the phone API. */
    sealed interface Call {

        /** A paired phone. */
        record By(UserModel user, Phone phone) implements Call {}

        /** A phone that has proven its key, which is not paired. */
        record ByStranger(DeviceKey key) implements Call {}

        /** Nobody has proven anything. */
        record Refused(ApiError error) implements Call {}
    }

    /** Reads the proof of the present call and uses it up. */
    Call call();

    /**
     * Reads what a phone has signed, and uses it up.
     *
     * @param body {@code Answer} of the phone API
     * @return empty unless it is of this phone, for this realm, of now, and new; and, if it approves, confirmed with the screen lock of a phone that has one
     */
    Optional<PhoneAnswer> answer(AnsweringPhone phone, String body);

    List<Phone> of(UserModel user);

    /** Takes the digits that a phone shows. */
    LoginCodeCheck check(UserModel user, String digits);

    /** Takes note that the phone signed somebody in. */
    void used(UserModel user, String phone);

    /** Where a phone wants to be woken, and with which key; empty if it does not want to, or that cannot be read. */
    Optional<Wake> wake(UserModel user, String phone);

    /** @param keyId of the realm's key that the push service knows the server by */
    record Wake(PushSubscription subscription, String keyId) {}

    /** The push service no longer knows it. */
    void dropSubscription(UserModel user, String phone);
}
