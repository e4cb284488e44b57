package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodeSet;
import dev.twostep.backupcode.BackupCodes;
import dev.twostep.backupcode.Keeping;
import dev.twostep.backupcode.Offer;
import dev.twostep.keycloak.BorrowedSession;
import dev.twostep.keycloak.BrowserFlow;
import dev.twostep.keycloak.ShownFactor;
import dev.twostep.keycloak.SignInBasis;
import dev.twostep.keycloak.SignInGate;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.lifecycle.SetupPolicy;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Shows a new backup code until the user has kept it (B6). Runs when asked for in the account console, and by itself at the end of a
 * sign-in: after two-factor sign-in was turned on (B1), after a code was used, and as long as none is active (B8, B9).
 */
final class BackupCodesAction implements RequiredActionProvider, CredentialRegistrator {

    private static final String POSTPONED = "twostep.backup-code.postponed";

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** Asked for at level 2: whoever gets a new code has proven a factor in this session (L6). */
    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return BackupCodeCredential.TYPE;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        SignInGate.settle(context);
        AuthenticationSessionModel login = context.getAuthenticationSession();
        SpentCode.used(login).ifPresent(spent -> BackupCodeEvent.spent(context.getEvent(), spent));
        ShownFactor.count(context);
        if (hasPages(login) && login.getAuthNote(POSTPONED) == null && wanted(context)) {
            login.addRequiredAction(BackupCodesActionFactory.ID);
        }
    }

    /** Nobody can keep a code at an endpoint without pages, such as the direct grant, and its sign-ins must not fail for that. */
    private static boolean hasPages(AuthenticationSessionModel login) {
        return login.getRedirectUri() != null;
    }

    private static boolean wanted(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (!ShownFactor.in(context)) {
            return false;
        }
        if (SpentCode.in(login).isPresent()) {
            return true;
        }
        // coming back with the session's cookie is no sign-in, unless a factor has just been set up
        boolean moment = !AuthenticatorUtil.isSSOAuthentication(login)
                || SignInBasis.of(context).setUpFactor();
        return moment
                && StoredFactors.any(context.getUser())
                && BrowserFlow.categories(context.getSession()).contains(BackupCodeCredential.TYPE)
                && codes(context).settle().active() == 0;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Optional<SpentCode> spent = SpentCode.in(context.getAuthenticationSession());
        if (BorrowedSession.of(context)) {
            context.challenge(page(context).impersonated());
        } else if (!StoredFactors.any(context.getUser())) {
            setUpAFactor(context);
        } else if (!ShownFactor.in(context)) {
            context.ignore();
        } else if (spent.isPresent() && spent.get().left() > 0) {
            context.challenge(page(context).used(spent.get()));
        } else {
            offer(context, false);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        SignInGate.pass(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (BorrowedSession.of(context)) {
            event(context).error(BackupCodeEvent.IMPERSONATED);
            context.challenge(page(context).impersonated());
        } else if (!StoredFactors.any(context.getUser())) {
            setUpAFactor(context);
        } else if (!ShownFactor.in(context)) {
            context.failure();
        } else if (form.containsKey("later") && !page(context).askedFor()) {
            keepOthers(context);
            leave(context, POSTPONED);
        } else if (form.containsKey("done") && SpentCode.in(login).isPresent()) {
            leave(context, POSTPONED);
        } else if (form.containsKey("keep") || form.containsKey("another")) {
            keep(context, form);
        } else if (form.containsKey("download")) {
            download(context);
        } else if (form.containsKey("keepOthers")) {
            keepOthers(context);
            offer(context, false);
        } else {
            SpentCode.told(login);
            offer(context, form.containsKey("replace"));
        }
    }

    /** Whoever presses “Cancel” does not want this code: it is not offered again. Closing the page, or putting it off, leaves it on offer. */
    @Override
    public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
        OfferedCode.in(login).ifPresent(number -> UserBackupCodes.of(session, login.getAuthenticatedUser())
                .withdraw(number));
    }

    private static void keepOthers(RequiredActionContext context) {
        OfferedCode.in(context.getAuthenticationSession())
                .ifPresent(number -> codes(context).keepOthers(number));
    }

    /** The sign-in goes on; the next one asks again if there is still no active code. */
    private static void leave(RequiredActionContext context, String note) {
        context.getAuthenticationSession().setAuthNote(note, "true");
        SpentCode.told(context.getAuthenticationSession());
        context.success();
    }

    private static void keep(RequiredActionContext context, MultivaluedMap<String, String> form) {
        int number = number(form.getFirst("number"));
        if (!"on".equals(form.getFirst("kept"))) {
            offer(context, false, KeepPage::notTicked);
            return;
        }
        if (codes(context).confirm(number, Boolean.parseBoolean(form.getFirst("replacing"))) == Keeping.GONE) {
            offer(context, false, KeepPage::changed);
            return;
        }
        event(context).detail(BackupCodeEvent.NUMBER, String.valueOf(number)).success();
        SpentCode.told(context.getAuthenticationSession());
        if (form.containsKey("another")) {
            offer(context, false);
        } else {
            context.getAuthenticationSession().setAuthNote(POSTPONED, "true");
            context.success();
        }
    }

    private static void download(RequiredActionContext context) {
        offer(context, false, KeepPage::file);
    }

    private static void offer(RequiredActionContext context, boolean replacing) {
        offer(context, replacing, KeepPage::show);
    }

    private static void offer(
            RequiredActionContext context, boolean replacing, BiFunction<KeepPage, Offer.Made, Response> shown) {
        Offer offer = codes(context).generate(replacing);
        if (offer instanceof Offer.Made made) {
            OfferedCode.remember(
                    context.getAuthenticationSession(), made.pending().number());
            context.challenge(shown.apply(page(context), made));
        } else if (offer instanceof Offer.Full) {
            context.challenge(page(context).full(BackupCodeSet.MOST_ACTIVE));
        } else {
            setUpAFactor(context);
        }
    }

    /** There is nothing to back up yet; once a factor was set up, the first code comes by itself. */
    private static void setUpAFactor(RequiredActionContext context) {
        RequiredActionProviderModel setup = context.getRealm().getRequiredActionProviderByAlias(SetupPolicy.ACTION);
        if (setup == null || !setup.isEnabled()) {
            context.cancel();
            return;
        }
        context.getAuthenticationSession().addRequiredAction(SetupPolicy.ACTION);
        context.success();
    }

    private static int number(String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** An event of its own: what is written on the one at hand ends up on the sign-in that follows. */
    private static EventBuilder event(RequiredActionContext context) {
        EventBuilder event = context.getEvent().clone().event(EventType.UPDATE_CREDENTIAL);
        BackupCodeEvent.describe(event, context.getUser());
        return event;
    }

    private static KeepPage page(RequiredActionContext context) {
        return new KeepPage(context);
    }

    private static BackupCodes codes(RequiredActionContext context) {
        return UserBackupCodes.of(context.getSession(), context.getUser());
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
