package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPassword;
import dev.twostep.apppassword.AppPasswordUse;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.apppassword.IssuedPassword.Use;
import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.Meters;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.lifecycle.SetupPolicy;
import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Limits;
import dev.twostep.throttle.Permit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * An app signs a user in without showing a page: at the token endpoint, or through a server that asks us. One rule for both (A3): with a second
 * factor, temporary passwords only; without, the account password only. Each refusal costs one hash of a password, so that its time
 * tells nothing.
 */
final class AppSignIn {

    /**
     * What the app sent.
     *
     * @param scope   the OAuth scopes that it asks for, may be empty
     * @param address where the app connects from, and {@code agent} what it calls itself: to be shown to the user, believed by nobody
     */
    record Attempt(ClientModel client, String username, String password, String scope, String address, String agent) {}

    /** What becomes of it. */
    sealed interface Outcome {

        /**
         * Signed in.
         *
         * @param password the temporary one; null for the account password
         */
        record Accepted(UserModel user, @Nullable IssuedPassword password) implements Outcome {

            String credentialType() {
                return password == null ? PasswordCredentialModel.TYPE : AppPasswordCredential.TYPE;
            }
        }

        /**
         * Refused; nobody but the event is told why.
         *
         * @param user null if there is none of this name
         */
        record Refused(@Nullable UserModel user, String error) implements Outcome {}
    }

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Attempt attempt;
    private boolean hashed;

    AppSignIn(KeycloakSession session, Attempt attempt) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.attempt = attempt;
    }

    Outcome decide() {
        UserModel user = user();
        Outcome outcome = user == null ? new Outcome.Refused(null, Errors.USER_NOT_FOUND) : of(user);
        if (outcome instanceof Outcome.Accepted accepted) {
            AppPasswordEvent.count(accepted.credentialType(), "accepted");
        } else if (outcome instanceof Outcome.Refused refused) {
            AppPasswordEvent.count(AppPasswordCredential.TYPE, refused.error());
            if (!hashed) {
                PasswordCost.pay(session);
            }
        }
        return outcome;
    }

    private @Nullable UserModel user() {
        try {
            return KeycloakModelUtils.findUserByNameOrEmail(session, realm, attempt.username());
        } catch (ModelDuplicateException ambiguous) {
            return null;
        }
    }

    private Outcome of(UserModel user) {
        if (user.getServiceAccountClientLink() != null) {
            return new Outcome.Refused(user, Errors.INVALID_USER);
        }
        if (!user.isEnabled()) {
            return new Outcome.Refused(user, Errors.USER_DISABLED);
        }
        if (isLocked(user)) {
            return new Outcome.Refused(user, Errors.USER_TEMPORARILY_DISABLED);
        }
        return StoredFactors.any(user) ? byAppPassword(user) : byAccountPassword(user);
    }

    /**
     * A mail program opens several connections at once, so the protector is not asked, which lets one sign-in of a user at a time compare
     * anything on a node and refuses the others. The lock itself holds; what it bounds by that is bounded here by a count that is taken before
     * an account password is compared.
     */
    private boolean isLocked(UserModel user) {
        return realm.isBruteForceProtected() && BruteForce.isLocked(session, user);
    }

    private Outcome byAppPassword(UserModel user) {
        Optional<String> refusal = new AppClients(session).refusal(attempt.client(), user, attempt.scope());
        if (refusal.isPresent()) {
            return new Outcome.Refused(user, refusal.get());
        }
        AppPasswordUse use = UserAppPasswords.of(session, user).use(attempt.password(), thisUse());
        if (use instanceof AppPasswordUse.Accepted accepted) {
            return user.getRequiredActionsStream().findAny().isPresent()
                    ? new Outcome.Refused(user, AppPasswordEvent.NOT_SET_UP)
                    : new Outcome.Accepted(user, accepted.password());
        }
        if (use instanceof AppPasswordUse.OtherClient other) {
            if (other.news()) {
                OtherClientNotice.mail(session, user, other.password(), attempt.client());
            }
            return new Outcome.Refused(user, AppPasswordEvent.OTHER_CLIENT);
        }
        if (use instanceof AppPasswordUse.Over over) {
            return new Outcome.Refused(user, AppPasswordEvent.error(over.why()));
        }
        // 120 random bits are nobody's guess: it is one that was deleted, and that some program still sends
        boolean couldBeAGuess = AppPassword.read(attempt.password()).isEmpty();
        if (realm.isBruteForceProtected() && couldBeAGuess) {
            countOnce(user);
        }
        return new Outcome.Refused(user, Errors.INVALID_USER_CREDENTIALS);
    }

    private Outcome byAccountPassword(UserModel user) {
        ThrottleProvider throttle = session.getProvider(ThrottleProvider.class);
        Claim guess = Limits.wrongPasswordsPerApp(
                user.getId() + "|" + attempt.client().getId(),
                AppPasswordPolicies.read(session).wrongPasswordsPerApp());
        if (throttle.take(List.of(guess)) instanceof Permit.Refused refused) {
            Meters.count("twostep_limited", "limit", refused.limit().label());
            return new Outcome.Refused(user, AppPasswordEvent.LIMITED);
        }
        hashed = hasPasswordHere(user);
        if (!user.credentialManager().isValid(UserCredentialModel.password(attempt.password()))) {
            if (!countOnce(user)) {
                throttle.giveBack(guess);
            }
            return new Outcome.Refused(user, Errors.INVALID_USER_CREDENTIALS);
        }
        throttle.giveBack(guess);
        return isSetUp(user)
                ? new Outcome.Accepted(user, null)
                : new Outcome.Refused(user, AppPasswordEvent.NOT_SET_UP);
    }

    /** The token endpoint asks this as well; a server that asks us has nobody else to. */
    private boolean isSetUp(UserModel user) {
        RequiredActionConfigModel setup = realm.getRequiredActionConfigByAlias(SetupPolicy.ACTION);
        boolean enforced = setup != null
                && SetupPolicy.read(setup.getConfigValue(SetupPolicy.ENFORCE)).enforced();
        return !enforced && user.getRequiredActionsStream().findAny().isEmpty();
    }

    /** Counts in Keycloak's protector what can have been a guess: another wrong text than before. */
    private boolean countOnce(UserModel user) {
        boolean another = WrongTexts.isNew(session, user, attempt.client(), attempt.password());
        if (another) {
            BruteForce.wrongPassword(session, user);
        }
        return another;
    }

    private static boolean hasPasswordHere(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }

    private Use thisUse() {
        return new Use(
                UserAppPasswords.CLOCK.instant(),
                attempt.client().getId(),
                Shown.shortened(attempt.address()),
                Shown.shortened(attempt.agent()));
    }
}
