package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodes;
import dev.twostep.backupcode.CodeUse;
import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.InvalidGrant;
import dev.twostep.keycloak.PushProvider;
import dev.twostep.keycloak.StoredFactors;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Signing in with a backup code: turns the form into a question to {@link BackupCodes}, and its answer into a page and an event. */
public final class BackupCodeAuthenticator implements Authenticator, CredentialValidator<BackupCodeCredentialProvider> {

    private static final String TOKEN_ENDPOINT = "/protocol/openid-connect/token";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        BackupCodeEvent.describe(context.getEvent(), context.getUser());
        if (context.getUriInfo().getPath().endsWith(TOKEN_ENDPOINT)) {
            // B7: the direct grant has no page on which to ask for "backup code number 3"
            context.getEvent().error(BackupCodeEvent.NO_PAGE);
            context.forceChallenge(InvalidGrant.response());
            return;
        }
        context.getSession().getProvider(PushProvider.class).giveUp(context.getAuthenticationSession());
        context.challenge(page(context).show(codes(context).next()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        BackupCodeEvent.describe(context.getEvent(), context.getUser());
        BackupCodes codes = codes(context);
        String lock = BruteForce.lock(context);
        String typed = context.getHttpRequest().getDecodedFormParameters().getFirst(EnterPage.FIELD);
        if (lock != null) {
            context.getEvent().error(lock);
            context.forceChallenge(
                    BruteForce.onlyBusy(context)
                            ? page(context).busy(codes.next())
                            : page(context).locked(codes.next()));
        } else if (typed == null || typed.isBlank()) {
            context.forceChallenge(page(context).missing(codes.next()));
        } else {
            answer(context, codes, codes.use(typed));
        }
    }

    private static void answer(AuthenticationFlowContext context, BackupCodes codes, CodeUse use) {
        BackupCodeEvent.used(context.getEvent(), use);
        if (use instanceof CodeUse.Accepted accepted) {
            BruteForce.right(context);
            SpentCode.remember(context.getAuthenticationSession(), accepted);
            context.success(BackupCodeCredential.TYPE);
            return;
        }
        context.getEvent().error(BackupCodeEvent.error(use));
        if (use instanceof CodeUse.Throttled) {
            context.forceChallenge(page(context).refused(use, codes.next()));
            return;
        }
        BruteForce.wrong(context);
        if (use instanceof CodeUse.OutOfOrder) {
            VoidedNotice.mail(context);
        }
        context.failureChallenge(
                AuthenticationFlowError.INVALID_CREDENTIALS, page(context).refused(use, codes.next()));
    }

    private static EnterPage page(AuthenticationFlowContext context) {
        return new EnterPage(context.getSession(), context.form(), BackupCodePolicies.read(context.getSession()));
    }

    private static BackupCodes codes(AuthenticationFlowContext context) {
        return UserBackupCodes.of(context.getSession(), context.getUser());
    }

    /** Codes hang on two-factor sign-in being on. With none active the page still says what to do (B5). */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return StoredFactors.any(user)
                && user.credentialManager()
                        .getStoredCredentialsByTypeStream(BackupCodeCredential.TYPE)
                        .findAny()
                        .isPresent();
    }

    @Override
    public BackupCodeCredentialProvider getCredentialProvider(KeycloakSession session) {
        return (BackupCodeCredentialProvider)
                session.getProvider(CredentialProvider.class, BackupCodeCredentialProviderFactory.ID);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    /** None: codes are made after a factor was set up, never instead of one. */
    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // nothing to add
    }

    @Override
    public List<RequiredActionFactory> getRequiredActions(KeycloakSession session) {
        return List.of((RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, BackupCodesActionFactory.ID));
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
