package dev.twostep.keycloak;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.ClientConnection;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Feeds Keycloak's brute-force protector. Since 26.6 it drops every failure whose category is not one of Keycloak's own, ours
 * included, without a word; so a wrong code is reported under the category of one-time passwords, which it is. Before 26.6
 * there are no categories: the protector counts each failure of a flow, and forgets at the login's end, without us.
 */
public final class BruteForce {

    private static final Set<String> CODE = Set.of(OTPCredentialModel.TYPE);
    private static final Set<String> PASSWORD = Set.of(PasswordCredentialModel.TYPE);

    private BruteForce() {}

    /** The event error if the account is locked; asked before anything is compared. */
    public static @Nullable String lock(AuthenticationFlowContext context) {
        return AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser());
    }

    /**
     * Whether {@link #lock} speaks although the account is not locked: Keycloak lets one sign-in of a user at a time compare anything on
     * a node, and says the same to the one that came second.
     */
    public static boolean onlyBusy(AuthenticationFlowContext context) {
        return context.getUser().isEnabled() && !isLocked(context.getSession(), context.getUser());
    }

    /** Whether the account is locked for a while, and not only busy with another sign-in. */
    public static boolean isLocked(KeycloakSession session, UserModel user) {
        return failures(session, user)
                .filter(failures -> failures.getFailedLoginNotBefore() > Time.currentTimeMillis() / 1000)
                .isPresent();
    }

    private static Optional<UserLoginFailureModel> failures(KeycloakSession session, UserModel user) {
        return Optional.ofNullable(
                session.loginFailures().getUserLoginFailure(session.getContext().getRealm(), user.getId()));
    }

    public static void wrong(AuthenticationFlowContext context) {
        if (needsTelling(context)) {
            context.getProtector()
                    .failedLogin(
                            context.getRealm(), context.getUser(), context.getConnection(), context.getUriInfo(), CODE);
        }
    }

    /** A wrong password that no flow of Keycloak's will report: outside of one, or in one that was not told of a failure. */
    public static void wrongPassword(KeycloakSession session, UserModel user) {
        wrong(session, user, PASSWORD);
    }

    /** The same for what a phone answers. */
    public static void wrongAnswer(KeycloakSession session, UserModel user) {
        wrong(session, user, CODE);
    }

    private static void wrong(KeycloakSession session, UserModel user, Set<String> category) {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isBruteForceProtected()) {
            return;
        }
        ClientConnection connection = session.getContext().getConnection();
        if (ServerGeneration.isBefore26_6()) {
            ServerGeneration.failedLogin(
                    protector(session),
                    realm,
                    user,
                    connection,
                    session.getContext().getUri());
        } else {
            protector(session)
                    .failedLogin(realm, user, connection, session.getContext().getUri(), category);
        }
    }

    /** Clears the count of wrong codes as well, which the password alone does not. With nothing to clear Keycloak would do so all the same, twice a sign-in. */
    public static void right(AuthenticationFlowContext context) {
        if (needsTelling(context)
                && failures(context.getSession(), context.getUser()).isPresent()) {
            context.getProtector()
                    .successfulLogin(
                            context.getRealm(), context.getUser(), context.getConnection(), context.getUriInfo(), CODE);
        }
    }

    private static boolean needsTelling(AuthenticationFlowContext context) {
        return !ServerGeneration.isBefore26_6() && context.getRealm().isBruteForceProtected();
    }

    private static BruteForceProtector protector(KeycloakSession session) {
        return session.getProvider(BruteForceProtector.class);
    }
}
