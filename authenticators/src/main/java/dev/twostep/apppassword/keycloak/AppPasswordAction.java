package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPassword;
import dev.twostep.apppassword.AppPasswords;
import dev.twostep.apppassword.Issue;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.keycloak.BorrowedSession;
import dev.twostep.keycloak.BrowserFlow;
import dev.twostep.keycloak.ShownFactor;
import dev.twostep.keycloak.SignInGate;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.lifecycle.Factor;
import dev.twostep.lifecycle.SetupPolicy;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Makes a temporary password and shows it once (A1); ends all of them at once. */
final class AppPasswordAction implements RequiredActionProvider, CredentialRegistrator {

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** A factor that the browser flow asks for: whoever gets a password has shown one (L6). Its own type is in no such flow. */
    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        Set<String> asked = BrowserFlow.categories(session);
        return Arrays.stream(Factor.values())
                .map(Factor::credentialType)
                .filter(asked::contains)
                .findFirst()
                .orElseGet(Factor.TEXT_MESSAGE::credentialType);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // only for those who ask for one
        SignInGate.settle(context);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isAllowed(context, context::ignore)) {
            showOr(context, AppPasswordPage::form);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        SignInGate.pass(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (form.containsKey("setup") && !StoredFactors.any(context.getUser())) {
            setUpAFactor(context);
        } else if (isAllowed(context, context::failure)) {
            process(context, form);
        }
    }

    private static void process(RequiredActionContext context, MultivaluedMap<String, String> form) {
        if (form.containsKey("done")) {
            new ShownPassword(context).forget();
            context.success();
        } else if (form.containsKey("another") || form.containsKey("back")) {
            new ShownPassword(context).forget();
            context.challenge(page(context).form());
        } else if (form.containsKey("endAll")) {
            context.challenge(page(context).endAll());
        } else if (form.containsKey("endAllConfirmed")) {
            endAll(context);
        } else {
            // pressed twice, or once more after going back: the password is there already
            showOr(context, page -> create(context, page, form));
        }
    }

    /** The password that is being shown, or what there is to do where there is none. */
    private static void showOr(RequiredActionContext context, Function<AppPasswordPage, Response> otherwise) {
        Optional<AppPassword> shown = new ShownPassword(context).now();
        AppPasswords passwords = passwords(context);
        Optional<IssuedPassword> issued = shown.map(passwords::idOf).flatMap(id -> passwords.live().stream()
                .filter(password -> password.id().equals(id))
                .findFirst());
        AppPasswordPage page = page(context);
        context.challenge(issued.isPresent() ? page.show(shown.orElseThrow(), issued.get()) : otherwise.apply(page));
    }

    private static Response create(
            RequiredActionContext context, AppPasswordPage page, MultivaluedMap<String, String> form) {
        WishForm wish = new WishForm(context.getSession(), form);
        page.typed(wish);
        if (!wish.problems().isEmpty()) {
            return page.form();
        }
        ShownPassword shown = new ShownPassword(context);
        Issue issue = issue(context, shown.make(), wish);
        if (issue instanceof Issue.Made made) {
            event(context, EventType.UPDATE_CREDENTIAL)
                    .detail(Details.CREDENTIAL_ID, made.issued().id())
                    .success();
            return page.show(made.password(), made.issued());
        }
        shown.forget();
        if (issue instanceof Issue.NameTaken) {
            return page.nameTaken().form();
        }
        return issue instanceof Issue.Full ? page.full() : page.none();
    }

    private static Issue issue(RequiredActionContext context, AppPassword password, WishForm wish) {
        try {
            return passwords(context).issue(password, wish.wish());
        } catch (ModelDuplicateException sameLabel) {
            // a row that cannot be read has the name, which Keycloak wants to be the only one
            return new Issue.NameTaken();
        }
    }

    private static void endAll(RequiredActionContext context) {
        passwords(context).endAll();
        new ShownPassword(context).forget();
        event(context, EventType.REMOVE_CREDENTIAL).success();
        context.challenge(page(context).ended());
    }

    /**
     * Answers itself where not.
     *
     * @param unproven what to do with a sign-in that has shown no factor
     */
    private static boolean isAllowed(RequiredActionContext context, Runnable unproven) {
        if (BorrowedSession.of(context)) {
            context.challenge(page(context).impersonated());
            return false;
        }
        if (!StoredFactors.any(context.getUser())) {
            context.challenge(page(context).none());
            return false;
        }
        if (!ShownFactor.in(context)) {
            unproven.run();
            return false;
        }
        return true;
    }

    private static void setUpAFactor(RequiredActionContext context) {
        RequiredActionProviderModel setup = context.getRealm().getRequiredActionProviderByAlias(SetupPolicy.ACTION);
        if (setup == null || !setup.isEnabled()) {
            context.challenge(page(context).none());
            return;
        }
        context.getAuthenticationSession().addRequiredAction(SetupPolicy.ACTION);
        context.success();
    }

    /** An event of its own: what is written on the one at hand ends up on the sign-in that follows. */
    private static EventBuilder event(RequiredActionContext context, EventType type) {
        return context.getEvent().clone().event(type).detail(Details.CREDENTIAL_TYPE, AppPasswordCredential.TYPE);
    }

    private static AppPasswordPage page(RequiredActionContext context) {
        return new AppPasswordPage(context);
    }

    private static AppPasswords passwords(RequiredActionContext context) {
        return UserAppPasswords.of(context.getSession(), context.getUser());
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
