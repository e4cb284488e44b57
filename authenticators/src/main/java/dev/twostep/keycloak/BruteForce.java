package dev.twostep.keycloak;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Feeds Keycloak's brute-force protector. Since 26.6 it drops every failure whose category is not one of Keycloak's own, ours
 * included, without a word; so a wrong code is reported under the category of one-time passwords, which it is. Before 26.6
 * there are no categories: the protector counts each failure of a flow, and forgets at the login's end, without us.
 */
public final class BruteForce {

    private static final Set<String> CATEGORY = Set.of(OTPCredentialModel.TYPE);

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
        UserLoginFailureModel failures = context.getSession()
                .loginFailures()
                .getUserLoginFailure(context.getRealm(), context.getUser().getId());
        return context.getUser().isEnabled()
                && (failures == null || failures.getFailedLoginNotBefore() <= Time.currentTimeMillis() / 1000);
    }

    public static void wrong(AuthenticationFlowContext context) {
        if (needsTelling(context)) {
            context.getProtector()
                    .failedLogin(
                            context.getRealm(),
                            context.getUser(),
                            context.getConnection(),
                            context.getUriInfo(),
                            CATEGORY);
        }
    }

    /** Clears the count of wrong codes as well, which the password alone does not. */
    public static void right(AuthenticationFlowContext context) {
        if (needsTelling(context)) {
            context.getProtector()
                    .successfulLogin(
                            context.getRealm(),
                            context.getUser(),
                            context.getConnection(),
                            context.getUriInfo(),
                            CATEGORY);
        }
    }

    private static boolean needsTelling(AuthenticationFlowContext context) {
        return !ServerGeneration.isBefore26_6() && context.getRealm().isBruteForceProtected();
    }
}
