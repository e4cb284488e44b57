package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.phoneapp.Claiming;
import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.LoginKey;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Pairings;
import dev.twostep.secret.Secret;
import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Limits;
import dev.twostep.throttle.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** A phone's claim to a pairing: its new key, which has signed what it says. */
final class PairingClaim {

    /** The answer to a claim. */
    sealed interface Outcome {

        record Answered(DeviceKey key, Claiming claiming) implements Outcome {}

        /** Not as the API has it. */
        record Malformed() implements Outcome {}

        /** Too many wrong codes for this user. */
        record Throttled(Instant until) implements Outcome {}
    }

    private static final String TYPE = "twostep-pairing+jwt";
    private static final String APPROVAL_KEY = "webauthn";
    private static final Duration TAKEN_FOR_NOW = Duration.ofMinutes(2);
    private static final int WRONG_CODES_AN_HOUR = 10;
    private static final int LONGEST_NAME = 255;

    private final KeycloakSession session;
    private final Pairings pairings;
    private final RealmKeys keys;

    PairingClaim(KeycloakSession session) {
        this.session = session;
        this.pairings = RealmPairings.of(session);
        this.keys = new RealmKeys(session);
    }

    Outcome make(String jws) {
        Optional<SignedText> signed = SignedText.read(jws, TYPE);
        Optional<DeviceKey> key = signed.flatMap(SignedText::namedKey)
                .filter(named -> signed.get().isSignedBy(named));
        Optional<DeviceKey> agreement = signed.flatMap(text -> text.key("agreement"));
        if (key.isEmpty() || agreement.isEmpty() || !isOfNow(signed.get()) || isPaired(key.get())) {
            return new Outcome.Malformed();
        }
        SignedText claims = signed.get();
        String name = ShortText.of(claims.text("name"), NewPhone.LONGEST_NAME);
        if (name.isEmpty() || hasBadApprovalKey(claims) || !new OnceOnly(session).use(key.get(), claims.text("jti"))) {
            return new Outcome.Malformed();
        }
        return claims.text("token").isEmpty()
                ? byCode(claims, phone(claims, key.get(), agreement.get(), name))
                : new Outcome.Answered(
                        key.get(),
                        pairings.claim(claims.text("token"), phone(claims, key.get(), agreement.get(), name)));
    }

    /** Somebody typed a code and a username. Counted by the name, so that it costs as much whether or not there is such a user. */
    private Outcome byCode(SignedText claims, NewPhone phone) {
        String username = ShortText.of(claims.text("username"), LONGEST_NAME).toLowerCase(Locale.ROOT);
        List<Claim> guesses = List.of(
                Limits.wrongCodesPerUser("pairing|" + keys.hash("pairing-name", username), WRONG_CODES_AN_HOUR));
        if (session.getProvider(ThrottleProvider.class).take(guesses) instanceof Permit.Refused refused) {
            return new Outcome.Throttled(refused.until());
        }
        UserModel user = KeycloakModelUtils.findUserByNameOrEmail(
                session, session.getContext().getRealm(), username);
        Claiming claiming = pairings.claim(user == null ? "" : user.getId(), claims.text("code"), phone);
        if (claiming instanceof Claiming.Claimed) {
            session.getProvider(ThrottleProvider.class).reset(guesses);
        }
        return new Outcome.Answered(phone.key(), claiming);
    }

    private NewPhone phone(SignedText claims, DeviceKey key, DeviceKey agreement, String name) {
        LoginKey login = LoginKey.with(key.id(), agreement);
        return new NewPhone(
                name,
                ShortText.of(claims.text("platform"), NewPhone.LONGEST_NAME),
                key,
                login.server(),
                keys.seal(
                        PhoneAppCredential.loginKeyPurpose(key.id()),
                        Secret.of(Base64.getEncoder().encodeToString(login.key()))),
                claims.approvalKey(APPROVAL_KEY).orElse(null));
    }

    /** One that cannot be read is not the same as none: its owner believes that approving asks for the screen lock. */
    private static boolean hasBadApprovalKey(SignedText claims) {
        return claims.has(APPROVAL_KEY) && claims.approvalKey(APPROVAL_KEY).isEmpty();
    }

    private boolean isOfNow(SignedText claims) {
        Instant issued = Instant.ofEpochSecond(claims.seconds("iat"));
        return claims.text("aud").equals(new Phones(session).issuer())
                && Duration.between(issued, Source.CLOCK.instant()).abs().compareTo(TAKEN_FOR_NOW) <= 0;
    }

    private boolean isPaired(DeviceKey key) {
        return new PhoneOwner(session).of(key.id()).isPresent();
    }
}
